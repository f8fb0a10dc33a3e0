import type { FormReturn } from '@/domain/form';
import { directorsTold, namesOf, type DisruptionKind, type Ground, type Plan } from '@/domain/disruption/plan';
import { isOfPartnerships } from '@/domain/processes/asks-for';
import { Button } from '@/ui/button';
import { Effect } from '@/ui/came-between';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { confirm } from './actions';

const CONFIRM: Record<DisruptionKind, string> = {
  inspected: 'Put its steps off and tell them',
  swapped: 'Let them change places and tell them',
  withdrew: 'Record that it has left and tell them',
  joined: 'Let it join and tell them',
  reorganised: 'Record the reorganisation and tell them',
};

interface WhatChangesProps {
  ground: Ground;
  plan: Plan;
  /** The mark of the plan, and the address that it follows from. */
  shown: string;
  asked: string;
  asPostId: string;
  returned?: FormReturn;
}

/** Before anything is changed: everything that would be, in words, who is told, and the reason. */
export function WhatChanges({ ground, plan, shown, asked, asPostId, returned }: WhatChangesProps) {
  return (
    <Sheet id="what-changes" heading="What it changes">
      <Effect days={plan.days} said={plan.said} />
      <section aria-labelledby="h-told">
        <h3 id="h-told">Who is told, once</h3>
        <p>{toldWords(ground, plan)}</p>
      </section>
      <form className="stack" action={confirm}>
        <Hidden name="as" value={asPostId} />
        <Hidden name="cycleId" value={ground.facts.id} />
        <Hidden name="asked" value={asked} />
        <Hidden name="shown" value={shown} />
        <TextArea name="reason" label="Reason" hint="It stands with what came between, and everyone of the region can read it." rows={2} returned={returned} />
        <Button size="big">{`${CONFIRM[plan.kind]}, as SLI coordinator`}</Button>
      </form>
    </Sheet>
  );
}

function toldWords(ground: Ground, { kind, concerned, change }: Plan): string {
  const told = directorsTold({ concerned, change });
  const directors = told.length === 1 ? `the Director of ${namesOf(ground, told)}` : `the Directors of ${namesOf(ground, told)}`;
  const region = kind === 'swapped' ? 'and the facilitators' : 'the facilitators and the chair of the data group';
  const came = change.joins.length > change.entered.length ? ', the Lead Member and Chief Executive of whoever comes' : '';
  const chairs = isOfPartnerships(ground.given.template) ? ', the chairs of their partnerships' : '';
  const parts = change.newParts.length + change.endedParts.length > 0 ? ', those who act for a part that begins or ends' : '';
  const days = change.forums.length > 0 ? ' Whoever has a forum day that changes in their calendar gets the changed entry with it.' : '';
  return `${directors.charAt(0).toUpperCase()}${directors.slice(1)}${chairs}${parts}${came}${kind === 'swapped' ? ` ${region}` : `, ${region}`}.${days}`;
}
