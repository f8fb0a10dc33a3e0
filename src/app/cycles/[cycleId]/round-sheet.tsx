import { listed } from '@/domain/processes/in-words';
import type { Day } from '@/domain/model';
import { coverageOfRound, roundByCycle, type Round } from '@/domain/processes/rounds';
import { FullDay } from '@/ui/day';
import { Sheet } from '@/ui/sheet';
import { SummaryList } from '@/ui/summary-list';

/** Which authorities were challenged in the round of the cycle, and when; and which not yet. */
export function RoundSheet({ round, today }: { round: Round; today: Day }) {
  const cycles = roundByCycle(round, today).map(({ says, had }) => ({
    term: says,
    words: (
      <ul className="bare">
        {had.map(({ authorityId, authority, as, on }) => (
          <li key={authorityId}>
            {authority}
            {as && ` (as ${as})`}, <FullDay on={on} />
          </li>
        ))}
      </ul>
    ),
  }));
  const notYet = round.notYet.length > 0 ? [{ term: 'Not yet', words: listed(round.notYet.map(({ name }) => name)) }] : [];
  return (
    <Sheet id="h-round" heading={`The round since ${round.since}`}>
      <p>{coverageOfRound(round, today)}</p>
      <SummaryList items={[...cycles, ...notYet]} />
    </Sheet>
  );
}
