const FIELDS: Record<string, string> = { 'no-reason': 'reason', 'no-such-scope': 'scope' };

/** The field at which a refused move is to be mended. */
export function fieldOfMove(refused: string): string {
  return FIELDS[refused] ?? 'toOn';
}
