import { Icon } from '@/ui/icon';

/** What is wrong with a part, beside it. */
export function Faults({ says }: { says: readonly string[] }) {
  if (says.length === 0) return null;
  return (
    <ul className="faults">
      {says.map((sentence) => (
        <li key={sentence}>
          <Icon name="late" />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
