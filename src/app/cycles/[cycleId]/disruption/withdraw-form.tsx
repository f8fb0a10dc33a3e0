import type { FormReturn } from '@/domain/form';
import { leftBehind, setsToJoin } from '@/domain/disruption/sets-without';
import { takeoversOf } from '@/domain/disruption/parts';
import { nameOf, takingPart, type Ground } from '@/domain/disruption/plan';
import { Select } from '@/ui/select';
import { WhichAuthority } from './happened-form';
import type { Wanted } from './read-asked';

export function WithdrawFields({ ground, wanted, returned }: { ground: Ground; wanted: Wanted | null; returned?: FormReturn }) {
  const id = wanted?.kind === 'withdrew' ? wanted.happened.authorityId : '';
  const place = takingPart(ground).find(({ authorityId }) => authorityId === id);
  const { grouping } = ground.given.template;
  return (
    <>
      <WhichAuthority ground={ground} label="Authority" returned={returned} />
      {place &&
        takeoversOf(ground, id).map(({ part, words, candidates, proposed }) => (
          <Select
            key={part.key}
            name={`take.${part.key}`}
            label={`Who becomes ${words} in its place`}
            hint={candidates.length === 0 ? 'Nobody can be chosen here: find someone under Who has which part.' : 'The first in the list is the next in turn.'}
            blank="Nobody for now"
            options={candidates.map((candidate) => ({ value: candidate, label: nameOf(ground, candidate) }))}
            value={proposed ?? ''}
            returned={keptFor(returned, `take.${part.key}`)}
          />
        ))}
      {place &&
        grouping.is === 'made' &&
        leftBehind(ground, place).map((left) => (
          <Select
            key={left}
            name={`seat.${left}`}
            label={`Into which ${grouping.word} ${nameOf(ground, left)} goes`}
            hint={`Its own is then too small for a ${grouping.word}.`}
            blank="It stays where it is"
            options={setsToJoin(ground, place).map(({ id: value, name: label }) => ({ value, label }))}
            returned={keptFor(returned, `seat.${left}`)}
          />
        ))}
    </>
  );
}

/** A field that was not there when the form was sent shows what is proposed. */
export function keptFor(returned: FormReturn | undefined, name: string): FormReturn | undefined {
  return returned && name in returned.values ? returned : undefined;
}
