/** One quiet line above every page of the demonstration. */
export function DemoBanner() {
  return (
    <aside className="demo" aria-label="Demonstration">
      <div className="wrap">
        <b>Demonstration region.</b>{' '}
        <span>
          People and figures are invented. Mail goes no further than the <a href="/outbox">outbox</a>.
        </span>
      </div>
    </aside>
  );
}
