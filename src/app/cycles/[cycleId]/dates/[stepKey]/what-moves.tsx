import { Fragment } from 'react';
import { dayInWords } from '@/domain/deadlines';
import type { Day } from '@/domain/model';
import { namesIn, scopeWords, type CycleSchedule } from '@/domain/processes/cycle-schedule';
import type { ChangedDay, MovePlan, WantedMove } from '@/domain/processes/move-date';
import { whoIsTold } from '@/domain/processes/who-is-told';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { DayWarnings } from '@/ui/day-warnings';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { SummaryList } from '@/ui/summary-list';
import { move } from '../../../actions';
import type { WarningsOf } from '../../../date-warnings';

interface WhatMovesProps {
  cycle: CycleSchedule;
  wanted: WantedMove;
  plan: MovePlan;
  warnings: WarningsOf;
  asPostId: string;
}

/** Before anything is changed: what the move does, what moves with it, and who is told. */
export function WhatMoves({ cycle, wanted, plan, warnings, asPostId }: WhatMovesProps) {
  const changed = [...plan.moved, ...plan.following];
  const step = cycle.template.steps.find(({ key }) => key === wanted.stepKey)!;
  return (
    <Sheet id="what-moves" heading="What moves">
      <p>
        {scopeWords(wanted.scope, namesIn(cycle))}: to <FullDay on={wanted.toOn} />.
      </p>
      <DayWarnings says={warnings(step, { scope: wanted.scope, dueOn: wanted.toOn }).map(({ says }) => says)} />
      <DataTable
        columns={[{ name: 'Step' }, { name: 'For', full: true }, { name: 'From' }, { name: 'To' }]}
        rows={linesOf(cycle, changed, warnings).map(({ step, whom, from, to, says }) => ({
          id: `${step}|${from}|${to}`,
          cells: [
            step,
            whom,
            <FullDay key="from" on={from} />,
            <Fragment key="to">
              <FullDay on={to} />
              <DayWarnings says={says} />
            </Fragment>,
          ],
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
  /** What speaks against the new day. */
  says: readonly string[];
}

/** Those that move alike in one line. */
function linesOf(cycle: CycleSchedule, changed: readonly ChangedDay[], warnings: WarningsOf): Line[] {
  const names = namesIn(cycle);
  const lines = new Map<string, { first: ChangedDay; whom: string[]; scopes: string[] }>();
  for (const one of changed) {
    const { step, place, groupId } = one.day;
    const key = `${step.key}|${one.from}|${one.to}`;
    const whom = place ? names.authority(place.authorityId) : groupId ? names.groupTitle(groupId) : 'The region';
    const line = lines.get(key);
    if (line) {
      line.whom.push(whom);
      line.scopes.push(one.day.scope);
    } else lines.set(key, { first: one, whom: [whom], scopes: [one.day.scope] });
  }
  return [...lines.values()].map(({ first, whom, scopes }) => ({
    step: first.day.step.name,
    whom: whom.length === cycle.places.length ? 'Every authority' : whom.join(', '),
    from: first.from,
    to: first.to,
    says: warnings(first.day.step, { scope: scopes.length === cycle.places.length ? 'cycle' : scopes, dueOn: first.to }).map(({ says }) => says),
  }));
}
