export interface Crumb {
  label: string;
  href?: string;
}

/** Where this page stands; the last crumb is the page itself and has no link. */
export function Crumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Where you are">
      <ol className="crumb">
        {items.map(({ label, href }) => (
          <li key={label} aria-current={href ? undefined : 'page'}>
            {href ? <a href={href}>{label}</a> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
