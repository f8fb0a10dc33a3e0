import { differenceOf, type Run } from './difference-words';

/** What changed in one stretch of text: added words underlined, removed ones struck out, each said to those who listen. */
export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <>
      {differenceOf(before, after).map((run, index) => (
        <Words key={index} run={run} />
      ))}
    </>
  );
}

function Words({ run: { kind, text, strong } }: { run: Run }) {
  const words = strong ? <strong>{text}</strong> : text;
  if (kind === 'added')
    return (
      <ins>
        <span className="vh">Added: </span>
        {words}
        <span className="vh"> (end)</span>
      </ins>
    );
  if (kind === 'removed')
    return (
      <del>
        <span className="vh">Removed: </span>
        {words}
        <span className="vh"> (end)</span>
      </del>
    );
  return <>{words}</>;
}
