import { Icon } from './icon';

/** What speaks against a day, each in a few words; nothing where nothing does. It is advice, and bars nothing. */
export function DayWarnings({ says }: { says: readonly string[] }) {
  if (says.length === 0) return null;
  return (
    <ul className="warns">
      {says.map((words) => (
        <li key={words}>
          <Icon name="due" />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
