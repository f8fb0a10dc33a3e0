import type { ReactNode } from 'react';
import { differenceOf, type Run } from './difference-words';

/** What changed in one stretch of text: added words underlined, removed ones struck out, each said to those who listen. */
export function Difference({ before, after }: { before: string; after: string }) {
  const runs = differenceOf(before, after);
  return (
    <>
      {runs.map((run, index) => (
        <Words key={index} run={run} next={runs[index + 1]} />
      ))}
    </>
  );
}

/** The space after a run stands outside its line. */
function Words({ run: { kind, text, strong }, next }: { run: Run; next: Run | undefined }) {
  const trimmed = text.trimEnd();
  const space = text.slice(trimmed.length) || (next && next.kind !== kind ? ' ' : '');
  const words = strong ? <strong>{trimmed}</strong> : trimmed;
  return (
    <>
      {kind === 'same' ? words : <Changed kind={kind}>{words}</Changed>}
      {space}
    </>
  );
}

/** An `ins` or `del` that is also said: "Added: … (end)". `whole` for a paragraph. */
export function Changed({ kind, whole, children }: { kind: 'added' | 'removed'; whole?: boolean; children: ReactNode }) {
  const Element = kind === 'added' ? 'ins' : 'del';
  return (
    <Element className={whole ? 'whole' : undefined}>
      <span className="vh">{kind === 'added' ? 'Added: ' : 'Removed: '}</span>
      {children}
      <span className="vh"> (end)</span>
    </Element>
  );
}
