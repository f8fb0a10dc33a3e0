// The coordinator switches the questions of the advice on and off, sets their thresholds and words. A change holds at once for every
// self-view of the region, running cycles too: advice is made anew at each look and is no part of what is signed.
import { decide, refuse, type Decision } from '../decision';
import type { Actor } from '../model';
import { asksOf, unknownNames, X_RAY, type XRayRule } from './x-ray-rules';

interface Changing {
  actor: Actor;
  regionId: string;
  /** In force until now, one of each kind. */
  before: readonly XRayRule[];
  changed: XRayRule;
}

export function changeAdvice({ actor, regionId, before, changed }: Changing): Decision<{ rules: XRayRule[] }> {
  return decide<{ rules: XRayRule[] }>(actor, 'advice.change', { regionId }, () => {
    const unknown = unknownNames(changed.kind, changed.words);
    if (unknown.length > 0) return refuse('unknown-name', `{${unknown[0]}} means nothing here. This sentence may name ${X_RAY[changed.kind].names.map((name) => `{${name}}`).join(', ')}.`);
    const held = before.find(({ kind }) => kind === changed.kind);
    if (JSON.stringify(held) === JSON.stringify(changed)) return refuse('unchanged', 'Nothing was changed.');
    const rules = before.map((rule) => (rule.kind === changed.kind ? changed : rule));
    const what = held?.on !== changed.on ? (changed.on ? 'switched on' : 'switched off') : 'changed';
    return { change: { rules }, events: [{ type: 'advice.changed', regionId, data: { rule: asksOf(changed), what } }] };
  });
}
