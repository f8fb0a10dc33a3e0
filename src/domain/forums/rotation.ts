// Who challenges whom on a forum day: every authority is challenged once and leads one challenge, none challenges itself, no two challenge
// each other, and two whom the register keeps apart do not meet (the product's proposal; the coordinator may change it).
import { isRefusal } from '../decision';
import { among, type TwoAuthorities } from '../processes/in-conflict';
import { rotationOf } from '../processes/rotation';

export interface Pairing {
  host: string;
  /** Null when there is nobody else. */
  lead: string | null;
  others: string[];
}

/**
 * Pairs the authorities in the order of their sessions. `lastYear` holds who led the challenge of each then, and is avoided;
 * from five authorities on a second challenger supports the lead. `reserves` lead where nobody of the day can.
 */
export function rotation(order: readonly string[], lastYear: ReadonlyMap<string, string> = new Map(), reserves: readonly string[] = [], conflicts: readonly TwoAuthorities[] = []): Pairing[] {
  const count = order.length;
  const apart = among(conflicts);
  const reserveFor = (host: string) => reserves.find((reserve) => reserve !== host && !apart(reserve, host)) ?? null;
  if (count === 1) return [{ host: order[0]!, lead: reserveFor(order[0]!), others: [] }];
  const steps = Array.from({ length: Math.max(0, count - 1) }, (_, index) => index + 1);
  const after = (index: number, step: number) => order[(index + step) % count]!;
  const repeats = (step: number) => order.filter((host, index) => lastYear.get(host) === after(index, step)).length;
  const meetings = (step: number) => order.filter((host, index) => apart(host, after(index, step))).length;
  const oneWay = steps.filter((step) => count === 2 || (2 * step) % count !== 0);
  const lead = oneWay.toSorted((a, b) => meetings(a) - meetings(b) || repeats(a) - repeats(b) || a - b)[0] ?? 0;
  if (meetings(lead) > 0) return aroundConflicts(order, conflicts).map((pairing) => ({ ...pairing, lead: pairing.lead ?? reserveFor(pairing.host) }));
  const second = count < 5 ? undefined : oneWay.toSorted((a, b) => meetings(a) - meetings(b)).find((step) => step !== lead && (step + lead) % count !== 0);
  return order.map((host, index) => ({ host, lead: after(index, lead), others: second === undefined ? [] : [after(index, second)].filter((other) => !apart(host, other)) }));
}

/** Where going round by the same step for all would bring two together who are kept apart; where nothing else will do, two challenge each other. */
function aroundConflicts(order: readonly string[], conflicts: readonly TwoAuthorities[]): Pairing[] {
  const rules = { authorityIds: order, conflicts, names: new Map<string, string>() };
  const [oneWay, bothWays] = [false, true].map((mutual) => rotationOf({ ...rules, each: 1, mutual }));
  const leads = [oneWay!, bothWays!].flatMap((found) => (isRefusal(found) ? [] : [found.pairs]))[0];
  if (!leads) return eachByTheFreest(order, conflicts);
  const supported = order.length < 5 ? null : rotationOf({ ...rules, each: 2, mutual: false, kept: leads });
  const pairs = supported && !isRefusal(supported) ? supported.pairs : leads;
  return order.map((host) => {
    const lead = leads.find(({ hostId }) => hostId === host)!.peerId;
    return { host, lead, others: pairs.filter(({ hostId, peerId }) => hostId === host && peerId !== lead).map(({ peerId }) => peerId) };
  });
}

/** Not everyone can lead one: whoever has led fewest leads. */
function eachByTheFreest(order: readonly string[], conflicts: readonly TwoAuthorities[]): Pairing[] {
  const apart = among(conflicts);
  const found: Pairing[] = [];
  const led = (id: string) => found.filter(({ lead }) => lead === id).length;
  for (const host of order) {
    const could = order.filter((id) => id !== host && !apart(id, host)).toSorted((a, b) => led(a) - led(b));
    found.push({ host, lead: could[0] ?? null, others: [] });
  }
  return found;
}
