import type { FormReturn } from '@/domain/form';
import type { Ground } from '@/domain/disruption/plan';
import { kindName } from '@/domain/register';
import { isUuid } from '@/server/not-found';
import { DateFields } from '@/ui/date-fields';
import { Hidden } from '@/ui/hidden';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';
import { fieldsOfNew, isFilledIn, newAsked, textOf, type Asked } from './read-asked';

interface NewAuthorityFieldsProps {
  ground: Ground;
  asked: Asked;
  /** There is nothing to choose from: they stand open. */
  open: boolean;
  returned?: FormReturn;
}

/** Successors that the register does not have yet, entered in the same act. */
export function NewAuthorityFields({ ground, asked, open, returned }: NewAuthorityFieldsProps) {
  const all = newAsked(asked);
  return (
    <details className="more" open={open || all.some((nth) => isFilledIn(asked, nth))}>
      <summary>Enter one that is not in the list</summary>
      <div className="stack">
        <p className="s">It becomes an authority of the region when you confirm, without the codes that it is given later. Leave empty what you do not need.</p>
        {all.map((nth) => (
          <NewAuthorityField key={nth} nth={nth} ground={ground} asked={asked} returned={returned} />
        ))}
      </div>
    </details>
  );
}

function NewAuthorityField({ nth, ground, asked, returned }: { nth: number; ground: Ground; asked: Asked; returned: FormReturn | undefined }) {
  const { id, name, kind, startsOn } = fieldsOfNew(nth);
  return (
    <fieldset className="stack">
      <legend>New authority {nth}</legend>
      <Hidden name={id} value={isUuid(textOf(asked, id)) ? textOf(asked, id) : ground.newId()} />
      <TextInput name={name} label="Name" hint="As people call it, without the word Council." maxLength={80} returned={returned} />
      <Select name={kind} label="Kind" blank="Choose a kind" options={ground.kinds.map((one) => ({ value: one, label: kindName(one) }))} returned={returned} />
      <DateFields name={startsOn} legend="First day" hint="The authority that is reorganised ends the day before, unless the register says when." returned={returned} />
    </fieldset>
  );
}
