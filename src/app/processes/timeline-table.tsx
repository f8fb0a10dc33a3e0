import { Fragment, type ReactNode } from 'react';
import { Key, KeyItem } from '@/ui/key';
import { partyTitle } from '@/domain/parties';
import { ruleWords } from '@/domain/processes/rule-words';
import type { ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
import type { Timeline, TimelineMark } from '@/domain/processes/timeline';
import { PER } from '@/domain/processes/compose/words';

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
                <span key={at} className={edgeOf(percent(at, timeline))} style={{ left: `${percent(at, timeline)}%` }}>{label}</span>
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
                    {peopleMeet(step) && ' · people meet'}
                  </span>
                </th>
                <td>{due ? due(step) : dueWords(step, template)}</td>
                <td className="track" aria-hidden="true">
                  <Track marks={timeline.marks.get(step.key) ?? []} timeline={timeline} meets={peopleMeet(step)} />
                </td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

const peopleMeet = ({ event, doneWhen }: StepDefinition) => event || doneWhen === 'forum-held';

function dueWords(step: StepDefinition, template: ProcessTemplateDefinition): string {
  const words = ruleWords(step.due, template);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A label stands over its line, unless it would stick out at either end. */
const edgeOf = (at: number) => (at < 5 ? 'at-start' : at > 95 ? 'at-end' : undefined);

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
          {meets ? <path className="meet" d={square(x(to), HEIGHT / 2)} vectorEffect="non-scaling-stroke" /> : line('due', to, to, [3, HEIGHT - 3])}
        </Fragment>
      ))}
    </svg>
  );
}

/** A line of almost no length: with square ends it is as wide as it is high, however wide the drawing becomes. */
const square = (x: number, y: number) => `M${x} ${y}h0.01`;

/** What the marks along the days mean, each as it is drawn. */
export function TimelineKey() {
  return (
    <Key>
      <KeyItem>
        <Sample><line className="span" x1={0} x2={WIDE} y1={HEIGHT / 2} y2={HEIGHT / 2} /></Sample> Open to be done
      </KeyItem>
      <KeyItem>
        <Sample><line className="due" x1={WIDE / 2} x2={WIDE / 2} y1={3} y2={HEIGHT - 3} /></Sample> Due
      </KeyItem>
      <KeyItem>
        <Sample><path className="meet" d={square(WIDE / 2, HEIGHT / 2)} /></Sample> Due, and people meet
      </KeyItem>
    </Key>
  );
}

const WIDE = 24;

function Sample({ children }: { children: ReactNode }) {
  return (
    <svg className="tline-sample" viewBox={`0 0 ${WIDE} ${HEIGHT}`} width={WIDE} height={HEIGHT} aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
