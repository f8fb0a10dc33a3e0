import { createHash } from 'node:crypto';

/** So many plans are kept by each connection; whatever else is asked is planned each time. */
const MOST = 300;

interface Statements {
  named: Map<string, string>;
  /** Asked once so far. */
  seen: Set<string>;
}

/** One for the process, as its connections are: the parts of a build hold this file more than once. */
const held = globalThis as unknown as { criticalFriendStatements?: Statements };

/**
 * The name under which PostgreSQL keeps a statement's plan, from the second time that the same text is asked; undefined for the first, and
 * once as many are kept as a connection may hold. Lists of different lengths are different texts, so the number needs an end.
 */
export function statementName(text: string): string | undefined {
  const { named, seen } = (held.criticalFriendStatements ??= { named: new Map(), seen: new Set() });
  const name = named.get(text);
  if (name || named.size >= MOST) return name;
  if (!seen.delete(text)) {
    if (seen.size < 10 * MOST) seen.add(text);
    return undefined;
  }
  const made = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  named.set(text, made);
  return made;
}
