import type { FormReturn } from '@/domain/form';
import { waitsForInspected } from '@/domain/disruption/inspect';
import { nameOf, type Ground } from '@/domain/disruption/plan';
import { DateFields } from '@/ui/date-fields';
import { LeaveOut, WhichAuthority } from './happened-form';
import type { Wanted } from './read-asked';

export function InspectFields({ ground, wanted, returned }: { ground: Ground; wanted: Wanted | null; returned?: FormReturn }) {
  const inspection = wanted?.kind === 'inspected' ? wanted.happened : null;
  return (
    <>
      <WhichAuthority ground={ground} label="Authority" returned={returned} />
      <DateFields name="from" legend="First day of the inspection" value={ground.today} returned={returned} />
      <DateFields name="on" legend="Day from which it goes on" hint="What it has not done moves by as many days as lie between the two." returned={returned} />
      {inspection && <LeaveOut waits={waitsForInspected(ground, inspection)} whose={nameOf(ground, inspection.authorityId)} returned={returned} />}
    </>
  );
}
