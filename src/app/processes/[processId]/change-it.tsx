import type { FormReturn } from '@/domain/form';
import { postName, type HeldPost } from '@/domain/model';
import type { ProcessPage } from '@/server/processes/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Slip } from '@/ui/slip';
import { TextInput } from '@/ui/text-input';
import { startOwn, startVersion, withdraw } from '../actions';

/** What a coordinator can do with a version: run it, alter it in a draft, take it elsewhere, withdraw it. */
export function ChangeIt({ page: { process, draft, notNext, inUse }, as, returned, isOpen }: { page: ProcessPage; as: HeldPost; returned?: FormReturn; isOpen: boolean }) {
  const path = `/processes/${process.id}`;
  const hidden = (
    <>
      <Hidden name="as" value={as.id} />
      <Hidden name="processId" value={process.id} />
    </>
  );
  return (
    <Slip heading="What you can do" id="h-do">
      <ul className="bare stack">
        {isOpen && (
          <li>
            <a href={`/cycles/new?template=${process.id}`}>Open a cycle from it</a>
          </li>
        )}
        {!process.publishedAt && (
          <li>
            <a href={`${path}/dry-run`}>See its dates from a day 0</a>
          </li>
        )}
        <li>
          <a href={`${path}/file`}>Save version {process.version} as a file</a>
        </li>
        {process.publishedAt && (
          <>
            <li>
              {notNext && draft ? (
                <a href={`/processes/${draft.id}/edit`}>Go on with the draft of version {draft.version}</a>
              ) : (
                <form action={startVersion} className="stack-s">
                  {hidden}
                  <Button kind="second" size="small">Begin a new version from it</Button>
                  <p className="hint">A draft, until it is published. Cycles that run stay with their version.</p>
                </form>
              )}
            </li>
            <li>
              <details open={Boolean(returned?.errors.title ?? returned?.values.title)}>
                <summary>Make another process like it</summary>
                <form action={startOwn} className="stack">
                  {hidden}
                  <TextInput name="title" label="Title of the new one" maxLength={160} {...(returned ? { returned } : {})} />
                  <Button kind="second" size="small">Begin it as {postName(as)}</Button>
                </form>
              </details>
            </li>
          </>
        )}
        {inUse && process.publishedAt && (
          <li>
            <details>
              <summary>Withdraw the process</summary>
              <form action={withdraw} className="stack">
                {hidden}
                <p className="s">No cycle is opened from any version of it any more. Those that run go on to their end. A new version brings it back.</p>
                <Button kind="second" size="small">Withdraw it as {postName(as)}</Button>
              </form>
            </details>
          </li>
        )}
      </ul>
    </Slip>
  );
}
