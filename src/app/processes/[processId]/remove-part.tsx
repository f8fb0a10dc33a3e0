import type { ProcessPart } from '@/domain/processes/compose/parts-of';
import type { DraftPage } from '@/server/processes/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { remove } from '../actions';
import { Over } from './over';

interface RemovePartProps {
  page: Pick<DraftPage, 'process' | 'as'>;
  part: Extract<ProcessPart, { key: string }>;
  name: string;
  what: 'step' | 'paper' | 'role' | 'section';
}

/** Takes a part out of the draft; it is refused while others refer to it. */
export function RemovePart({ page, part, name, what }: RemovePartProps) {
  return (
    <details>
      <summary>Remove this {what}</summary>
      <form action={remove} className="stack-s">
        <Over page={page} part={part} />
        <Hidden name="what" value={what} />
        <Hidden name="key" value={part.key} />
        {part.is === 'section' && <Hidden name="paper" value={part.paper} />}
        <p className="s">It is gone from this version; versions that are published, and the cycles that run by them, keep it.</p>
        <Button kind="second" size="small">Remove “{name}”</Button>
      </form>
    </details>
  );
}
