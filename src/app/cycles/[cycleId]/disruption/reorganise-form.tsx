import type { FormReturn } from '@/domain/form';
import { whoMayJoin } from '@/domain/disruption/joining';
import { nameOf, type Ground } from '@/domain/disruption/plan';
import { Checkboxes } from '@/ui/checkboxes';
import { Empty } from '@/ui/empty';
import { Select } from '@/ui/select';
import { WhichAuthority } from './happened-form';
import { PlaceFields } from './join-form';
import type { Wanted } from './read-asked';

export function ReorganiseFields({ ground, wanted, returned }: { ground: Ground; wanted: Wanted | null; returned?: FormReturn }) {
  const could = whoMayJoin(ground);
  const happened = wanted?.kind === 'reorganised' ? wanted.happened : null;
  const actions = ground.openActions.length;
  return (
    <>
      <WhichAuthority ground={ground} label="Authority that is reorganised" returned={returned} />
      {could.length < 2 ? (
        <NotThereYet />
      ) : (
        <Checkboxes name="successor" legend="In its stead" hint="The authorities of the region that take over from it. Is one missing? See below." options={could.map(({ id, name }) => ({ value: id, label: name }))} returned={returned} />
      )}
      {happened && (
        <>
          <Select
            name="heir"
            label="Which of them takes over its parts for others"
            hint="As lead peer challenger and in every other part, its place in a set, and its time at the forum."
            options={happened.successors.map(({ authorityId }) => ({ value: authorityId, label: nameOf(ground, authorityId) }))}
            value={happened.heirId}
          />
          {actions > 0 && (
            <Checkboxes
              name="actions"
              legend={actions === 1 ? 'With whom its unfinished action goes on' : `With whom its ${actions} unfinished actions go on`}
              options={happened.successors.map(({ authorityId }) => ({ value: authorityId, label: nameOf(ground, authorityId) }))}
              values={happened.actionsTo}
            />
          )}
          {happened.successors.map((place) => (
            <fieldset className="stack" key={place.authorityId}>
              <legend>{nameOf(ground, place.authorityId)}</legend>
              <PlaceFields ground={ground} place={place} suffix={`.${place.authorityId}`} without={happened.authorityId} returned={returned} />
            </fieldset>
          ))}
        </>
      )}
      {could.length >= 2 && <NotThereYet />}
    </>
  );
}

function NotThereYet() {
  return (
    <Empty fact="An authority that is not in the list">
      It is not an authority of the region yet, or has not begun. The list of England’s authorities comes with the product, with the day on which each begins; whoever runs the server adds a new one to it. Give its Director the post under <a href="/people">People</a>, then come back here.
    </Empty>
  );
}
