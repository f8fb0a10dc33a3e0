import type { FormReturn } from '@/domain/form';
import { whoMayJoin } from '@/domain/disruption/joining';
import { nameOf, type Ground } from '@/domain/disruption/plan';
import { actionsToCarry, enteredInto } from '@/domain/disruption/reorganise';
import { Checkboxes } from '@/ui/checkboxes';
import { Select } from '@/ui/select';
import { WhichAuthority } from './happened-form';
import { PlaceFields } from './join-form';
import { NewAuthorityFields } from './new-authority-fields';
import type { Asked, Wanted } from './read-asked';

export function ReorganiseFields({ ground, wanted, asked, returned }: { ground: Ground; wanted: Wanted | null; asked: Asked; returned?: FormReturn }) {
  const happened = wanted?.kind === 'reorganised' ? wanted.happened : null;
  const could = whoMayJoin(ground).filter(({ id }) => !happened?.entered?.some((one) => one.id === id));
  const into = happened && enteredInto(ground, happened);
  const actions = happened ? actionsToCarry(ground, happened.authorityId).length : 0;
  return (
    <>
      <WhichAuthority ground={ground} label="Authority that is reorganised" returned={returned} />
      {could.length > 0 && <Checkboxes name="successor" legend="In its stead" hint="The authorities of the region that take over from it." options={could.map(({ id, name }) => ({ value: id, label: name }))} returned={returned} />}
      <NewAuthorityFields ground={ground} asked={asked} open={could.length === 0} returned={returned} />
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
              <PlaceFields ground={into?.get(place.authorityId) ?? ground} place={place} suffix={`.${place.authorityId}`} without={happened.authorityId} returned={returned} />
            </fieldset>
          ))}
        </>
      )}
    </>
  );
}
