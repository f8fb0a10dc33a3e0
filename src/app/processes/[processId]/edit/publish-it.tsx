import { postName } from '@/domain/model';
import type { DraftPage } from '@/server/processes/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Slip } from '@/ui/slip';
import { discard, publish } from '../../actions';

/** Publishing, or why not yet; what is different from the version before; discarding. */
export function PublishIt({ page: { process, as, notToPublish, changes } }: { page: DraftPage }) {
  const hidden = (
    <>
      <Hidden name="as" value={as.id} />
      <Hidden name="processId" value={process.id} />
      <Hidden name="saves" value={String(process.saves)} />
    </>
  );
  return (
    <Slip heading="Publish it" id="h-publish">
      {notToPublish ? (
        <p className="s">{notToPublish.because}</p>
      ) : (
        <form action={publish} className="stack-s">
          {hidden}
          <p className="s">Cycles can then be opened from version {process.version}, and it never changes again. Cycles that run stay with theirs.</p>
          <Button>Publish version {process.version} as {postName(as)}</Button>
        </form>
      )}
      {changes && changes.list.length > 0 && (
        <details className="s">
          <summary>{changes.list.length === 1 ? 'One change' : `${changes.list.length} changes`} since version {changes.since}</summary>
          <ul>
            {changes.list.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </details>
      )}
      <details className="s">
        <summary>Discard this draft</summary>
        <form action={discard} className="stack-s">
          {hidden}
          <p>Everything in it is lost. No cycle runs by it.</p>
          <Button kind="second" size="small">Discard it as {postName(as)}</Button>
        </form>
      </details>
    </Slip>
  );
}
