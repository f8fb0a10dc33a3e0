import { lastDayOf } from '@/domain/releases';
import type { PackPage, ReleaseLine } from '@/server/annual-conversations/load';
import { Button } from '@/ui/button';
import { FullDay, Moment } from '@/ui/day';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { revoke } from '../actions';

/** Each release with its reason and end, and each time that it was opened. */
export function Releases({ page }: { page: PackPage }) {
  if (page.releases.length === 0) return null;
  return (
    <Sheet heading="Released so far" id="h-released">
      <ul className="bare stack">
        {page.releases.map((line) => (
          <li className="stack-s s" key={line.id}>
            <p>
              <b>
                Version {line.versionNumber} to Ofsted
              </b>{' '}
              by {line.releasedBy}, <Moment at={line.releasedAt} />: {line.why}
            </p>
            <p className="soft">{stateOf(line)}</p>
            <Openings line={line} />
            {line.inForce && page.release && (
              <form action={revoke}>
                <Hidden name="as" value={page.release.id} />
                <Hidden name="packId" value={page.doc.id} />
                <Hidden name="releaseId" value={line.id} />
                <Button kind="second" size="small">
                  Withdraw it
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function stateOf({ revokedAt, untilAt, inForce }: ReleaseLine) {
  if (revokedAt)
    return (
      <>
        Ended on <Moment at={revokedAt} />
      </>
    );
  if (!untilAt) return 'In force';
  return (
    <>
      {inForce ? 'Until the end of' : 'Ended with'} <FullDay on={lastDayOf(untilAt)} />
    </>
  );
}

function Openings({ line: { openings } }: { line: ReleaseLine }) {
  const last = openings[0];
  if (!last) return <p>Not opened yet.</p>;
  return (
    <details>
      <summary>
        Opened {openings.length === 1 ? 'once' : `${openings.length} times`}, last on <Moment at={last.at} />
      </summary>
      <ol className="stack-s">
        {openings.map(({ at, by }, index) => (
          <li key={index}>
            <Moment at={at} />, {by}
          </li>
        ))}
      </ol>
    </details>
  );
}
