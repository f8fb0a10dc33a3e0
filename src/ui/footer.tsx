import type { NavItem } from './nav';

export function Footer({ items }: { items: readonly NavItem[] }) {
  return (
    <footer className="foot">
      <ul className="wrap">
        {items.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </footer>
  );
}
