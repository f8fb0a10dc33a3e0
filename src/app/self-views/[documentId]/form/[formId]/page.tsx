import { nameAtStart, nameOf } from '@/domain/documents/facts';
import { postName } from '@/domain/model';
import type { FormReturn } from '@/domain/form';
import { readFormReturn } from '@/server/form-return';
import { loadReturnedForm, type Proposal } from '@/server/self-views/offline-form/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { ChangedSections } from '@/ui/changed-sections';
import { Checkbox } from '@/ui/checkbox';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { accept } from '../actions';

interface Props {
  params: Promise<{ documentId: string; formId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function ReturnedFormPage({ params, searchParams }: Props) {
  const { documentId, formId } = await params;
  const path = `/self-views/${documentId}/form/${formId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadReturnedForm(actor, documentId, formId, new Date())), readFormReturn(actor.personId, (await searchParams).return)]);
  const { doc, cycle, closed, may, proposals, returned: back } = page;
  const { form } = back;
  const can = may && !closed && proposals.some((proposal) => proposal.may);
  const title = proposals.length === 0 ? 'The form says what stands here already' : `The form would change ${proposals.length} ${proposals.length === 1 ? 'section' : 'sections'}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="Nothing was accepted" />
      <Crumbs items={[{ label: `${nameAtStart(doc)} ${cycle}`, href: `/self-views/${documentId}` }, { label: 'Offline', href: `/self-views/${documentId}/form` }, { label: back.name }]} />
      <PageHead
        title={title}
        lead={
          <>
            {back.name}, brought back by {back.by} on <Moment at={back.returnedAt} />. {proposals.length > 0 && 'Nothing has changed yet: accept what you want.'}
          </>
        }
      />
      {form.withoutReference && <p>The file has lost the line that says from which text it was made. It is set beside the text as it stood when it came back: look closely at what it takes out.</p>}
      {closed && <p>{closed.because}</p>}
      {proposals.length > 0 && (
        <form action={accept} className="stack" aria-label="What the form would change">
          <Hidden name="documentId" value={documentId} />
          <Hidden name="formId" value={formId} />
          <Hidden name="as" value={may?.id ?? ''} />
          <h2 className="vh">What the form would change</h2>
          {proposals.map((proposal) => (
            <ProposedSection key={proposal.key} proposal={proposal} open={Boolean(can)} returned={returned} />
          ))}
          {can && <Button>Accept the ticked sections as {postName(may)}</Button>}
        </form>
      )}
      {form.unplaced.length > 0 && (
        <Section id="h-unplaced" heading="What could not be placed" count={form.unplaced.length}>
          <p className="s">These words are in the file but belong to no answer, or are not one of the choices. Copy what you need.</p>
          <ul className="stack-s">
            {form.unplaced.map(({ where, words }, index) => (
              <li key={index}>
                <b>{where}:</b> <span className="pre">{words}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {form.missing.length > 0 && (
        <Section id="h-missing" heading="Not in the file, so left as it is" count={form.missing.length}>
          <ul className="s">
            {form.missing.map((where) => (
              <li key={where}>{where}</li>
            ))}
          </ul>
        </Section>
      )}
      {proposals.length === 0 && form.unplaced.length === 0 && (
        <Empty fact="Nothing to accept">
          <a href={`/self-views/${documentId}`}>Go on with the {nameOf(doc)}</a>
        </Empty>
      )}
    </Shell>
  );
}

function ProposedSection({ proposal: { key, title, change, clashes, errors, taken, may }, open, returned }: { proposal: Proposal; open: boolean; returned: FormReturn | undefined }) {
  return (
    <Sheet>
      <ChangedSections sections={[change]} none={`${title}: the words are the same; what differs does not show in them.`} />
      {clashes > 0 && <p className="s">Someone has changed the same words since the form was downloaded. If you accept this section, both texts are kept side by side and you choose between them there.</p>}
      {errors.map((sentence) => (
        <p key={sentence} className="s">
          <StatusTag state="returned">Cannot be kept</StatusTag> {sentence}
        </p>
      ))}
      {taken && <p className="s soft">Accepted once before; it has been changed since.</p>}
      {open && (may ? <Checkbox id={`take-${key}`} name="take" value={key} label={`Accept “${title}”`} checked={!taken && !returned?.refusal} /> : <p className="s soft">This section is written by others: they can accept it.</p>)}
    </Sheet>
  );
}
