/** So many plans are kept by each connection; whatever else is asked is planned each time. */
const MOST = 300;

const named = new Map<string, string>();
const seen = new Set<string>();

/**
 * The name under which PostgreSQL keeps a statement's plan, from the second time that the same text is asked; undefined for the first, and
 * once as many are kept as a connection may hold. Lists of different lengths are different texts, so the number needs an end.
 */
export function statementName(text: string): string | undefined {
  const name = named.get(text);
  if (name || named.size >= MOST) return name;
  if (!seen.delete(text)) {
    if (seen.size < 10 * MOST) seen.add(text);
    return undefined;
  }
  named.set(text, `s${named.size + 1}`);
  return named.get(text);
}
