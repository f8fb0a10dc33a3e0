import type { FormReturn } from '@/domain/form';
import type { Day } from '@/domain/model';
import { hadWords, toComeWords, type RoundToCome } from '@/domain/processes/rounds';
import { isThere } from '@/domain/processes/opening-faults';
import { SETS } from '@/domain/processes/propose-cycle';
import type { OpeningPage } from '@/server/cycles/opening/load';
import { Button } from '@/ui/button';
import { DateFields } from '@/ui/date-fields';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { TextInput } from '@/ui/text-input';
import { PeersSheet } from './peers-sheet';
import { ProposeAgain } from './propose-again';
import { roundIn } from './read-new-cycle';
import type { Candidate } from './takes-part';
import { WhoTakesPart } from './who-takes-part';

interface CycleFormProps {
  page: OpeningPage;
  returned: FormReturn;
  /** The day on which an authority must be there to be asked. */
  on: Day;
  today: Day;
  notProposed?: ReadonlyMap<string, string>;
}

/** Everything about a new cycle in one plain form; its answer is the preview, and nothing is opened yet. */
export function CycleForm({ page, returned, on, today, notProposed }: CycleFormProps) {
  const { template } = page.facts;
  const round = roundIn(page, on);
  const everyone = candidates(page, { on, today, round });
  return (
    <form action="/cycles/new/preview" method="get" className="stack-l">
      {/* The first button of a form is the one that Enter presses. */}
      <button className="vh" tabIndex={-1} aria-hidden="true">
        See the whole timetable
      </button>
      <Hidden name="template" value={page.templateId} />
      {page.from && <Hidden name="from" value={page.from.id} />}
      <Sheet id="h-when" heading="Name and day 0">
        <TextInput name="name" label="Name" hint={`The years that it runs through, such as 2017/18${template.suffix && ` ${template.suffix}`}`} width="m" maxLength={40} returned={returned} required />
        <DateFields name="anchorOn" legend="Day 0" hint={`${template.anchorName}. Every other date is counted from it.`} returned={returned} />
      </Sheet>
      <ProposeAgain page={page} returned={returned} />
      {round && (
        <Slip id="h-round" heading="The round">
          <p>
            {toComeWords(round)} {round.had.length > 0 && 'Whoever had theirs is not ticked, and can be all the same.'}
          </p>
        </Slip>
      )}
      <WhoTakesPart page={page} everyone={everyone} returned={returned} noSets={notProposed?.get(SETS)} />
      {template.roles
        .filter(({ found }) => found !== 'set')
        .map((role) => (
          <PeersSheet key={role.key} role={role} everyone={everyone} returned={returned} notProposed={notProposed?.get(role.key)} />
        ))}
      <Button size="big">See the whole timetable</Button>
    </form>
  );
}

/** Every authority of the region that could take part, in the order of their names. */
function candidates({ facts: { authorities }, codes }: OpeningPage, { on, today, round }: { on: Day; today: Day; round: RoundToCome | null }): Candidate[] {
  const had = new Map(round?.had.map((one) => [one.authorityId, hadWords(one, today)]));
  return authorities.filter((authority) => isThere(authority, on)).map(({ id, name }) => ({ id, code: codes.get(id)!, name, had: had.get(id) }));
}
