import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import { Button } from '@/ui/button';
import { Checkboxes } from '@/ui/checkboxes';
import { Hidden } from '@/ui/hidden';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { takingPart, type DisruptionKind, type Ground } from '@/domain/disruption/plan';
import type { Wait } from '@/domain/disruption/new-days';

interface HappenedFormProps {
  kind: DisruptionKind;
  /** There is a plan below: the main act is there. */
  isPlanned: boolean;
  children: ReactNode;
}

/** A plain form whose answer is in the address, so that what it would change can be looked at without changing anything. */
export function HappenedForm({ kind, isPlanned, children }: HappenedFormProps) {
  return (
    <Sheet id="h-happened" heading="What has happened">
      <form className="stack" method="get">
        <Hidden name="what" value={kind} />
        <Hidden name="see" value="yes" />
        {children}
        <Button kind={isPlanned ? 'second' : 'main'}>See what it changes</Button>
      </form>
    </Sheet>
  );
}

export function WhichAuthority({ ground, name = 'authority', label, hint, returned }: { ground: Ground; name?: string; label: string; hint?: string; returned?: FormReturn }) {
  return <Select name={name} label={label} hint={hint} blank="Choose an authority" options={takingPart(ground).map(({ authorityId, name: authority }) => ({ value: authorityId, label: authority }))} returned={returned} />;
}

/** Others would wait, though they are due before: each step with the choice not to. */
export function LeaveOut({ waits, name = 'leave', whose, returned }: { waits: readonly Wait[]; name?: string; whose: string; returned?: FormReturn }) {
  const steps = [...new Map(waits.map((wait) => [wait.awaited.key, wait])).values()];
  if (steps.length === 0) return null;
  return (
    <Checkboxes
      name={name}
      legend="What others would wait for"
      hint="Tick a step to leave it out: it is then not needed, and nobody waits for it."
      options={steps.map(({ awaited, says }) => ({ value: awaited.key, label: `Leave out “${awaited.name}” of ${whose}`, hint: says }))}
      returned={returned}
    />
  );
}
