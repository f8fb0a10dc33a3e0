import { isIssuedByItsWriter } from '@/domain/papers/parts';
import { signersOf } from '@/domain/documents/signers';
import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import type { PaperPage } from '@/server/papers/load';
import { Button } from '@/ui/button';
import { CopyLinks } from '@/ui/copy-links';
import { FullDay, Moment } from '@/ui/day';
import { DocumentSignatures } from '@/ui/document-signatures';
import { Hidden } from '@/ui/hidden';
import { SeenBy } from '@/ui/seen-by';
import { Slip } from '@/ui/slip';
import { TextArea } from '@/ui/text-area';
import { reopen } from './actions';
import { HandOver } from './hand-over';
import { Region } from './region';

/** Beside the text: what the step asks, what can be done with it, who has signed, what others wrote, its versions, who can see it. */
export function Margin({ page, returned }: { page: PaperPage; returned?: FormReturn }) {
  const { doc, place, title, versions, signing } = page;
  const form = returned ? { returned } : {};
  const signs = signing !== null && signing.refusal === null;
  const ownIssue = page.issue && page.writing?.as && isIssuedByItsWriter(doc) ? page.issue : null;
  return (
    <div className="stack">
      <Guidance page={page} />
      {page.handOver && <HandOver page={page} act={page.handOver} issues={false} />}
      {ownIssue && <HandOver page={page} act={ownIssue} issues />}
      {!ownIssue && <Region page={page} {...form} />}
      {!signs && page.state !== 'writing' && signersOf(doc).length > 0 && (
        <Slip heading="Signatures" id="h-signatures">
          <DocumentSignatures doc={doc} at={place.authority?.name ?? place.region.name} names={place.parties} narrow />
          {page.mayRecordOnPaper && (
            <p className="s">
              <a href={`/documents/${doc.id}/paper-signature`}>Record a signature given on paper</a>
            </p>
          )}
        </Slip>
      )}
      <Others page={page} />
      {versions.length > 0 && (
        <Slip heading="Versions" id="h-versions">
          <ul className="bare stack-s">
            {versions.toReversed().map(({ id, number, createdAt }) => (
              <li key={id}>
                <a href={`/documents/${doc.id}/versions/${number}`}>Version {number}</a>{' '}
                <span className="xs soft">
                  <Moment at={createdAt} />
                </span>
              </li>
            ))}
          </ul>
          {(versions.length > 1 || page.writing) && (
            <p className="s">
              <a href={`/documents/${doc.id}/compare`}>What changed</a>
            </p>
          )}
          {doc.signatures.length > 0 && (
            <p className="s">
              <a href={`/documents/${doc.id}/ledger`}>The record of its signatures</a>
            </p>
          )}
        </Slip>
      )}
      {page.mustBeRead && page.readings.length > 0 && (
        <Slip heading="Read by" id="h-read">
          <ul className="bare stack-s s">
            {page.readings.map(({ post, readAt }) => (
              <li key={`${post} ${readAt.toISOString()}`}>
                {post} <span className="xs soft"><Moment at={readAt} /></span>
              </li>
            ))}
          </ul>
        </Slip>
      )}
      {page.reopen && (
        <details open={Boolean(returned?.errors.reopenReason)} id="h-reopen">
          <summary>Open it again to change it</summary>
          <form action={reopen} className="stack">
            <Hidden name="as" value={page.reopen.id} />
            <Hidden name="paperId" value={doc.id} />
            <TextArea name="reopenReason" label="Why is it written again?" hint="Those who were given it read the reason, and keep the text as it was until you hand it over anew. Signatures on it no longer count." rows={3} {...form} />
            <div className="btns">
              <Button kind="second">Open it again as {postName(page.reopen)}</Button>
            </div>
          </form>
        </details>
      )}
      <p className="s">
        <a href={`/documents/${doc.id}/activity`}>What happened with it</a>
      </p>
      <CopyLinks base={`/documents/${doc.id}`} of={title} />
      <SeenBy shares={page.shares} names={page.names} {...(page.state === 'writing' && versions.length === 0 ? { not: 'Nobody else sees a word of it before it is handed over.' } : {})} />
    </div>
  );
}

/** What the process says about what is done here. */
function Guidance({ page: { guidance } }: { page: PaperPage }) {
  if (guidance.length === 0) return null;
  return (
    <Slip heading="What this asks" id="h-asks">
      {guidance.map(({ step, dates }) => (
        <div className="stack-s s" key={step.key}>
          <p>
            <b>{step.name}</b> <span className="soft">by <FullDay on={dates.dueOn} /></span>
          </p>
          <p className="pre">{step.guidance}</p>
        </div>
      ))}
    </Slip>
  );
}

function Others({ page: { doc, others } }: { page: PaperPage }) {
  if (others.length === 0) return null;
  return (
    <Slip heading="By others too" id="h-others">
      <ul className="bare stack-s">
        {others.map(({ id, by }) => (
          <li key={id}>
            <a href={`/papers/${id}`}>By {by}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/papers/${doc.id}/beside`}>Side by side</a>
      </p>
    </Slip>
  );
}
