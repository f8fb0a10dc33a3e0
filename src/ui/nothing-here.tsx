/** The body of the page for what is missing and for what is not yours to see: the two look the same. */
export function NothingHere() {
  return (
    <>
      <div className="head">
        <div>
          <h1>There is nothing here that you can open</h1>
        </div>
      </div>
      <div className="sheet stack">
        <p className="lead">The address may be mistyped, the thing may have moved, or it has not been released to the post in which you are acting.</p>
        <ul>
          <li>If you hold more than one post, change the post at the top of any page and open the link again.</li>
          <li>
            Otherwise start from <a href="/my-work">your own work</a>.
          </li>
        </ul>
      </div>
    </>
  );
}
