import type { FormReturn } from '@/domain/form';
import { Hidden } from './hidden';
import { typed } from './returned';

/** Over which version of a section a form is typed: for a form that came back, the one that it was typed over then. */
export function TypedOver({ section, version, returned }: { section: string; version: number; returned: FormReturn | undefined }) {
  return (
    <>
      <Hidden name={`base:${section}`} value={typed(returned, `base:${section}`, String(version)) ?? ''} />
      <Hidden name={`beside:${section}`} value={typed(returned, `beside:${section}`, '') ?? ''} />
    </>
  );
}
