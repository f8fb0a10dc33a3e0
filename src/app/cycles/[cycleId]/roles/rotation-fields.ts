import type { ReadingPair } from '@/domain/processes/rotation';

/** A field for each one still to be found: "peer/<host>/<number>". */
export const rotationField = (hostId: string, index: number): string => `peer/${hostId}/${index}`;

export function pairsTyped(typed: Readonly<Record<string, unknown>>): ReadingPair[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const [what, hostId] = name.split('/');
    return what === 'peer' && hostId && typeof value === 'string' && value !== '' ? [{ hostId, peerId: value }] : [];
  });
}
