export interface NavItem {
  href: string;
  label: string;
}

export function Nav({ items, current }: { items: readonly NavItem[]; current: string }) {
  return (
    <nav className="nav" aria-label="Main">
      <ul className="wrap">
        {items.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
