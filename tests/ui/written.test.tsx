import { Children, createElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { FullDay, Moment } from '@/ui/day';
import { EventList } from '@/ui/event-list';
import { Footer } from '@/ui/footer';
import { JourneyGrid } from '@/ui/journey-grid';
import { Markdown } from '@/ui/markdown';
import { Masthead } from '@/ui/masthead';
import { Section } from '@/ui/section';
import { Slip } from '@/ui/slip';
import { SummaryList } from '@/ui/summary-list';
import { TaskList } from '@/ui/task-list';
import { TaskRow } from '@/ui/task-row';
import { Timeline } from '@/ui/timeline';
import { written } from '@/ui/written';
import { markup } from './markup';

const AT = new Date('2026-10-20T09:05:00Z');
const SIGNS = `"Wigan's" <b>own</b> & 1 > 0 </li></ul><script>alert(1)</script>`;

/** As a browser reads it: how an attribute is spelt and how an empty one is written make no difference there. */
const read = (html: string) => html.replaceAll('colSpan', 'colspan').replaceAll('rowSpan', 'rowspan').replaceAll('dateTime', 'datetime').replaceAll('/>', '>');
const whole = (content: ReactNode) => read(markup(<>{content}</>));

const CONTENTS: Record<string, ReactElement> = {
  'a list of tasks': (
    <Section id="h" heading="Late" count={2}>
      <TaskList>
        <TaskRow act={SIGNS} href="/a?b=1&c=2" why={<>By <FullDay on="2026-10-20" />. {SIGNS}</>} state="late" when={false} go="Go on" form="filled" />
        <TaskRow act="Read" href="/b" why="" state="due" status="2 of 3" quiet />
      </TaskList>
    </Section>
  ),
  'what happened': <EventList named items={[{ id: '1', says: SIGNS, at: AT, href: '/documents/1', authority: SIGNS }, { id: '2', says: 'Signed', at: AT }]} />,
  'steps in order': <Timeline items={[{ id: '1', what: 'Signed', state: 'here', when: <Moment at={AT} /> }, { id: '2', what: SIGNS, state: 'done', href: '/x' }]} />,
  'facts by name': <SummaryList tight items={[{ term: 'Where', words: SIGNS }, { term: 3, words: ['a', <b key="b">b</b>, 0, null] }]} />,
  'text that people typed': <Markdown text={`# ${SIGNS}\n\n${SIGNS} [here](javascript:alert(1)) and [there](https://example.org/?a=1&b="2")\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| ${'1'} | 2 |`} />,
  'a table': <JourneyGrid caption={SIGNS} enablers={[{ key: 'a', name: SIGNS }] as never} placements={{ a: { own: 1 as never } }} names={{ own: SIGNS }} />,
  'a form among plain things': (
    <Slip heading="Kept" id="k">
      <p hidden>{SIGNS}</p>
      <form action="/acting" method="post">
        <label htmlFor="a">{SIGNS}</label>
        <input id="a" name="a" defaultValue={SIGNS} />
        <p className="s">
          {SIGNS} <a href="/x">{SIGNS}</a>
          <br />
        </p>
      </form>
      {SIGNS}
      <ul>{['a', 'b'].map((letter) => <li key={letter} aria-current={letter === 'a'}>{letter}</li>)}</ul>
    </Slip>
  ),
  'the frame': (
    <>
      <Masthead region="North West" posts={[{ id: 'a', label: SIGNS }, { id: 'b', label: 'B', hint: SIGNS }]} current="a" back="/x" />
      <Footer items={[{ href: '/help', label: SIGNS }]} />
    </>
  ),
};

test.each(Object.entries(CONTENTS))('%s reads the same as React writes it', (_name, content) => {
  expect(whole(written(content))).toBe(whole(content));
});

test('what is plain is one text, and nothing that was typed is markup in it', () => {
  const [list] = Children.toArray(written(<div>{CONTENTS['what happened']}</div>)) as [ReactElement<{ dangerouslySetInnerHTML: { __html: string } }>];
  expect(list.type).toBe('div');
  expect(list.props.dangerouslySetInnerHTML.__html).toContain('<ul class="bare stack s"><li><b>&quot;Wigan&#x27;s&quot; &lt;b&gt;own&lt;/b&gt; &amp; 1 &gt; 0 &lt;/li&gt;');
  expect(list.props.dangerouslySetInnerHTML.__html).not.toContain('<script');
});

test('what is sent, typed into or taken up by a script stays as it was, whatever stands round it', () => {
  const send = async () => undefined;
  const OfTheBrowser = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') });
  const later = Promise.resolve('later');
  const found = elementsIn(
    written(
      <div>
        <form action={send}><button formAction={send}>Send</button></form>
        <OfTheBrowser key="one" />
        {later as never}
        {createElement('a', { href: 'javascript:alert(1)', onClick: send }, 'no')}
      </div>,
    ),
  );
  expect(found.filter(({ type }) => type === 'form' || type === 'button').map(({ props }) => props['action'] ?? props['formAction'])).toEqual([send, send]);
  expect(found.filter(({ type }) => type === OfTheBrowser).map(({ key }) => key)).toEqual(['one']);
  expect(found.find(({ type }) => type === 'a')?.props['href']).toBe('javascript:alert(1)');
  expect((found[0]!.props['children'] as ReactElement<{ children: unknown[] }>).props.children).toContain(later);
});

function elementsIn(node: ReactNode): ReactElement<Record<string, unknown>>[] {
  if (Array.isArray(node)) return node.flatMap((one) => elementsIn(one as ReactNode));
  return isValidElement<Record<string, unknown>>(node) ? [node, ...elementsIn(node.props['children'] as ReactNode)] : [];
}
