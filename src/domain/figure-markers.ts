/** What stands in a published table where a figure is not given; it is never read as nought. */
export const MARKERS = ['c', 'x', 'z', 'low', 'u'] as const;
export type Marker = (typeof MARKERS)[number];
export const MARKER_NAMES: Record<Marker, string> = {
  c: 'held back: small numbers',
  x: 'not available',
  z: 'does not apply',
  low: 'rounds to 0 but is not 0',
  u: 'low reliability',
};
