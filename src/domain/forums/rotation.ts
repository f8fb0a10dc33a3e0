// Who challenges whom on a forum day: every authority is challenged once and leads one challenge, none challenges itself and no
// two challenge each other (the product's proposal; the coordinator may change it).

export interface Pairing {
  host: string;
  /** Null when there is nobody else. */
  lead: string | null;
  others: string[];
}

/**
 * Pairs the authorities in the order of their sessions. `lastYear` holds who led the challenge of each then, and is avoided;
 * from five authorities on a second challenger supports the lead. `reserves` lead where a day has a single authority.
 */
export function rotation(order: readonly string[], lastYear: ReadonlyMap<string, string> = new Map(), reserves: readonly string[] = []): Pairing[] {
  const count = order.length;
  if (count === 1) return [{ host: order[0]!, lead: reserves.find((reserve) => reserve !== order[0]) ?? null, others: [] }];
  const steps = Array.from({ length: Math.max(0, count - 1) }, (_, index) => index + 1);
  const after = (index: number, step: number) => order[(index + step) % count]!;
  const repeats = (step: number) => order.filter((host, index) => lastYear.get(host) === after(index, step)).length;
  const oneWay = steps.filter((step) => count === 2 || (2 * step) % count !== 0);
  const lead = oneWay.toSorted((a, b) => repeats(a) - repeats(b) || a - b)[0] ?? 0;
  const second = count < 5 ? undefined : oneWay.find((step) => step !== lead && (step + lead) % count !== 0);
  return order.map((host, index) => ({ host, lead: after(index, lead), others: second === undefined ? [] : [after(index, second)] }));
}
