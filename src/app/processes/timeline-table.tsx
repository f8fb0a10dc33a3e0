import { Fragment, type ReactNode } from 'react';
import { ruleWords } from '@/domain/processes/rule-words';
import type { ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
import type { Timeline, TimelineMark } from '@/domain/processes/timeline';
import { partyTitle, PER } from '@/domain/processes/compose/words';

interface TimelineTableProps {
  template: ProcessTemplateDefinition;
  timeline: Timeline;
  href: (step: StepDefinition) => string;
  /** Beside the words of the rule: the dates themselves. */
  due?: (step: StepDefinition) => ReactNode;
}

/** The steps by phase, each drawn along the days; read aloud it is a table of who does what by when. */
export function TimelineTable({ template, timeline, href, due }: TimelineTableProps) {
  return (
    <table className="dt stackable tline">
      <caption className="vh">Every step, who does it and when it is due</caption>
      <thead>
        <tr>
          <th scope="col" className="w-step">Step</th>
          <th scope="col" className="w-due">Due</th>
          <td className="axis-row" aria-hidden="true">
            <div className="axis">
              {timeline.ticks.map(({ at, label }) => (
                <span key={at} style={{ left: `${percent(at, timeline)}%` }}>{label}</span>
              ))}
            </div>
          </td>
        </tr>
      </thead>
      {template.phases.map((phase) => {
        const steps = template.steps.filter((step) => step.phase === phase.key);
        if (steps.length === 0) return null;
        return (
          <tbody key={phase.key}>
            <tr>
              <th scope="rowgroup" colSpan={3}>{phase.name}</th>
            </tr>
            {steps.map((step) => (
              <tr key={step.key}>
                <th scope="row">
                  <a href={href(step)}>{step.name}</a>
                  <span className="hint">
                    {step.who.map((party) => partyTitle(party, template)).join(', ')} · {PER[step.per].said}
                  </span>
                </th>
                <td>{due ? due(step) : dueWords(step, template)}</td>
                <td className="track" aria-hidden="true">
                  <Track marks={timeline.marks.get(step.key) ?? []} timeline={timeline} meets={step.event || step.doneWhen === 'forum-held'} />
                </td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function dueWords(step: StepDefinition, template: ProcessTemplateDefinition): string {
  const words = ruleWords(step.due, template);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const HEIGHT = 20;
const WIDTH = 1000;
const percent = (at: number, { length }: Timeline) => Math.round((at / length) * 1000) / 10;

function Track({ marks, timeline, meets }: { marks: readonly TimelineMark[]; timeline: Timeline; meets: boolean }) {
  const x = (at: number) => Math.round((at / timeline.length) * WIDTH);
  const line = (className: string, from: number, to: number, [top, bottom]: [number, number]) => (
    <line className={className} x1={x(from)} x2={x(to)} y1={top} y2={bottom} vectorEffect="non-scaling-stroke" />
  );
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" focusable="false">
      {timeline.ticks.map(({ at }) => (
        <Fragment key={at}>{line(at === timeline.zero ? 'zero' : 'grid', at, at, [0, HEIGHT])}</Fragment>
      ))}
      {marks.map(({ from, to }) => (
        <Fragment key={`${from}|${to}`}>
          {from !== null && from < to && line('span', from, to, [HEIGHT / 2, HEIGHT / 2])}
          {line(meets ? 'due meet' : 'due', to, to, [3, HEIGHT - 3])}
        </Fragment>
      ))}
    </svg>
  );
}
