import type { FormReturn } from '@/domain/form';
import type { Ground } from '@/domain/disruption/plan';
import { WhichAuthority } from './happened-form';

export function SwapFields({ ground, returned }: { ground: Ground; returned?: FormReturn }) {
  return (
    <>
      <WhichAuthority ground={ground} label="Authority" returned={returned} />
      <WhichAuthority ground={ground} name="other" label="Changes places with" returned={returned} />
    </>
  );
}
