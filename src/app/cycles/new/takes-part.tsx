import type { FormReturn } from '@/domain/form';
import { Checkbox } from '@/ui/checkbox';
import { boxId, TAKES_PART } from './form-fields';

/** Those of the region who could take part, as far as the form shows them. */
export interface Candidate {
  id: string;
  code: string;
  name: string;
  /** When it had its challenge in this round. */
  had?: string | undefined;
}

/** The box of one authority among all that could take part. */
export function TakesPart({ authority: { code, name, had }, returned }: { authority: Candidate; returned: FormReturn }) {
  const id = boxId(TAKES_PART, code);
  return <Checkbox name={TAKES_PART} id={id} value={code} label={name} hint={had} returned={{ ...returned, errors: {} }} error={returned.errors[id]} />;
}

/** Where nothing else is chosen for them: in columns. */
export function TakesPartList({ authorities, returned }: { authorities: readonly Candidate[]; returned: FormReturn }) {
  return (
    <ul className="bare columns-[15rem]">
      {authorities.map((authority) => (
        <li key={authority.code} className="break-inside-avoid">
          <TakesPart authority={authority} returned={returned} />
        </li>
      ))}
    </ul>
  );
}
