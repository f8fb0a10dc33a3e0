/** The body of a page that broke: what to do, and the reference that finds the fault in the log. */
export function Fault({ reference }: { reference?: string }) {
  return (
    <>
      <div className="head">
        <div>
          <h1>Something on our side has failed</h1>
        </div>
      </div>
      <div className="sheet stack">
        <p className="lead">Nothing that was saved is lost. Go back and try once more; if it fails again, tell the regional team.</p>
        {reference && (
          <p>
            Give them this reference: <b>{reference}</b>
          </p>
        )}
        <p>
          <a href="/my-work">Go to your own work</a>
        </p>
      </div>
    </>
  );
}
