import type { ReactNode } from 'react';
import { notWorkingBecause } from '@/domain/deadlines';
import type { Day } from '@/domain/model';
import { partyTitle } from '@/domain/parties';
import { dayRows, type DayRow, type PlaceNames } from '@/domain/processes/day-rows';
import { ruleWords } from '@/domain/processes/rule-words';
import type { Schedule, StepDay } from '@/domain/processes/schedule';
import type { ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
import { fullDay } from '@/ui/day';
import { DayWarnings } from '@/ui/day-warnings';
import { Sheet } from '@/ui/sheet';
import { Tag } from '@/ui/tag';
import { besideTag, type WarningsOf } from './date-warnings';

interface TimetableProps {
  template: ProcessTemplateDefinition;
  schedule: Schedule;
  names: PlaceNames;
  /** One authority's dates instead of everyone's. */
  authorityId?: string | null;
  today?: Day;
  /** What speaks against a date. */
  warnings?: WarningsOf;
  /** Beside a date that was moved. */
  moved?: (row: DayRow) => ReactNode;
  act?: (step: StepDefinition) => ReactNode;
}

/** The whole cycle by phase: each step, by when, for whom, and what its date hangs on. */
export function Timetable(props: TimetableProps) {
  const { template } = props;
  return template.phases.map((phase) => {
    const steps = template.steps.filter((step) => step.phase === phase.key && !(props.authorityId && step.per === 'task-group'));
    if (steps.length === 0) return null;
    return (
      <Sheet key={phase.key} id={`phase-${phase.key}`} heading={phase.name}>
        <table className="dt stackable">
          <thead>
            <tr>
              <th scope="col" className="w-1/4">Step</th>
              <th scope="col">By when</th>
              <th scope="col" className="w-1/3">What the date hangs on</th>
              {props.act && (
                <th scope="col">
                  <span className="vh">Move</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <StepRow key={step.key} step={step} {...props} />
            ))}
          </tbody>
        </table>
      </Sheet>
    );
  });
}

function StepRow({ step, template, schedule, names, authorityId, today, warnings, moved, act }: TimetableProps & { step: StepDefinition }) {
  const days = authorityId ? [schedule.at(step.key, { authorityId, groupId: null })] : schedule.all.filter((day) => day.step.key === step.key);
  const rows = authorityId ? ownRows(days) : dayRows(days, names);
  return (
    <tr>
      <th scope="row">
        {step.name}
        <span className="hint">{step.who.map((party) => partyTitle(party, template)).join(', ')}</span>
      </th>
      <td className="full">
        <Days step={step} rows={rows} today={today} moved={moved} warnings={warnings} />
      </td>
      <td className="full">
        {hangsOn(step, template)}
        {step.proposed && <span className="hint">A proposal: the region’s own paper names no day.</span>}
      </td>
      {act && <td className="full">{act(step)}</td>}
    </tr>
  );
}

/** More lines than can be taken in at a glance are folded under the first and the last of them. */
const AT_A_GLANCE = 8;

function Days({ step, rows, today, moved, warnings }: { step: StepDefinition; rows: readonly DayRow[] } & Pick<TimetableProps, 'today' | 'moved' | 'warnings'>) {
  const lines = (
    <ul className="bare">
      {rows.map((row) => (
        <li key={row.scope} className="pb-s1">
          {rows.length > 1 && <>{row.whom}: </>}
          <span className={today && row.dueOn < today ? 'soft' : undefined}>
            <time dateTime={row.dueOn}>{fullDay(row.dueOn)}</time>
          </span>
          <NotWorking day={row.dueOn} />
          {warnings && <DayWarnings says={besideTag(warnings(step, row))} />}
          {row.opensOn && (
            <span className="hint">
              Opens on <time dateTime={row.opensOn}>{fullDay(row.opensOn)}</time>
            </span>
          )}
          {row.move && moved?.(row)}
        </li>
      ))}
    </ul>
  );
  if (rows.length <= AT_A_GLANCE) return lines;
  const inOrder = rows.map(({ dueOn }) => dueOn).sort();
  return (
    <details>
      <summary>
        {fullDay(inOrder[0]!)} to {fullDay(inOrder.at(-1)!)}, in {rows.length} lines
      </summary>
      {lines}
    </details>
  );
}

function NotWorking({ day }: { day: Day }) {
  const because = notWorkingBecause(day);
  return because ? (
    <>
      {' '}
      <Tag>{because === 'weekend' ? 'Weekend' : because}</Tag>
    </>
  ) : null;
}

const ownRows = (days: readonly StepDay[]): DayRow[] => days.map(({ scope, dueOn, opensOn, move }) => ({ scope, whom: '', dueOn, opensOn, move, count: 1 }));

/** "36 days after the first forum of the wave. Waits for “Notes final”." */
export function hangsOn(step: StepDefinition, template: ProcessTemplateDefinition): string {
  const rule = ruleWords(step.due, template);
  const waits = step.waitsFor.map((key) => `“${template.steps.find((other) => other.key === key)?.name ?? key}”`);
  const sentence = `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`;
  return waits.length > 0 ? `${sentence} Waits for ${waits.join(' and ')}.` : sentence;
}
