import { dayInWords, notWorkingBecause } from '@/domain/deadlines';
import type { Day } from '@/domain/model';
import { namesIn, scopeWords, type CycleSchedule } from '@/domain/processes/cycle-schedule';
import type { ChangedDay, MovePlan, WantedMove } from '@/domain/processes/move-date';
import { whoIsTold } from '@/domain/processes/who-is-told';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { SummaryList } from '@/ui/summary-list';
import { move } from '../../../actions';

interface WhatMovesProps {
  cycle: CycleSchedule;
  wanted: WantedMove;
  plan: MovePlan;
  asPostId: string;
}

/** Before anything is changed: what the move does, what moves with it, and who is told. */
export function WhatMoves({ cycle, wanted, plan, asPostId }: WhatMovesProps) {
  const changed = [...plan.moved, ...plan.following];
  const notWorking = notWorkingBecause(wanted.toOn);
  return (
    <Sheet id="what-moves" heading="What moves">
      <p>
        {scopeWords(wanted.scope, namesIn(cycle))}: to <FullDay on={wanted.toOn} />.
        {notWorking && ` It is not a working day (${notWorking}).`}
      </p>
      <DataTable
        columns={[{ name: 'Step' }, { name: 'For', full: true }, { name: 'From' }, { name: 'To' }]}
        rows={linesOf(cycle, changed).map(({ step, whom, from, to }) => ({
          id: `${step}|${from}|${to}`,
          cells: [step, whom, <FullDay key="from" on={from} />, <FullDay key="to" on={to} />],
        }))}
      />
      <h3>Who is told</h3>
      <SummaryList
        items={whoIsTold(cycle, changed).map(({ post, of }) => ({
          term: post,
          words: of.length === 0 ? 'Of the region' : of.length > 6 ? `${of.length}: ${of.join(', ')}` : of.join(', '),
        }))}
      />
      <form action={move}>
        <Hidden name="as" value={asPostId} />
        <Hidden name="cycleId" value={cycle.id} />
        {(['stepKey', 'scope', 'toOn', 'reason'] as const).map((name) => (
          <Hidden key={name} name={name} value={wanted[name]} />
        ))}
        <Button size="big">{`Move it to ${dayInWords(wanted.toOn)} and tell them`}</Button>
      </form>
    </Sheet>
  );
}

interface Line {
  step: string;
  whom: string;
  from: Day;
  to: Day;
}

/** Those that move alike in one line. */
function linesOf(cycle: CycleSchedule, changed: readonly ChangedDay[]): Line[] {
  const names = namesIn(cycle);
  const lines = new Map<string, { first: ChangedDay; whom: string[] }>();
  for (const one of changed) {
    const { step, place, groupId } = one.day;
    const key = `${step.key}|${one.from}|${one.to}`;
    const whom = place ? names.authority(place.authorityId) : groupId ? `${names.group(groupId)} group` : 'The region';
    const line = lines.get(key);
    if (line) line.whom.push(whom);
    else lines.set(key, { first: one, whom: [whom] });
  }
  return [...lines.values()].map(({ first, whom }) => ({
    step: first.day.step.name,
    whom: whom.length === cycle.places.length ? 'Every authority' : whom.join(', '),
    from: first.from,
    to: first.to,
  }));
}
