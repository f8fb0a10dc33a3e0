import type { FormReturn } from '@/domain/form';
import { OFFICE_NAMES, type Day, type Office } from '@/domain/model';
import { DateFields } from '@/ui/date-fields';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';

interface Values {
  finding: string;
  action: string;
  impact: string;
  measure: string;
  owner: string;
  ownerPostId: string;
  dueOn?: Day;
}

interface Props {
  values: Values;
  owners: readonly { id: string; office: string; remit: string }[];
  returned?: FormReturn | undefined;
}

/** The fields of an action, in the order in which one thinks of them. */
export function ActionFields({ values, owners, returned }: Props) {
  const back = returned ? { returned } : {};
  return (
    <>
      <TextArea name="finding" label="Finding" hint="What the challenge found, in the words of the notes" rows={2} doc value={values.finding} {...back} />
      <TextArea name="action" label="Action" hint="What will be done" rows={2} doc value={values.action} {...back} />
      <TextArea name="impact" label="Intended impact on children" hint="What will be better for children when this has worked" rows={2} doc value={values.impact} {...back} />
      <TextArea name="measure" label="Success measure" hint="How you will know: a figure with its target and date, or what an audit or children would say" rows={2} doc value={values.measure} {...back} />
      <TextInput name="owner" label="Owner" hint="The post that answers for it, as it should read in the plan" value={values.owner} {...back} />
      <Select
        name="ownerPostId"
        label="Owner’s post in Critical Friend, if they have one"
        hint="They are reminded and can report progress themselves"
        blank="None of these"
        options={owners.map((post) => ({ value: post.id, label: post.remit ? `${OFFICE_NAMES[post.office as Office]} (${post.remit})` : OFFICE_NAMES[post.office as Office] }))}
        value={values.ownerPostId}
        {...back}
      />
      <DateFields name="dueOn" legend="Due" hint="For example 30 6 2018" {...(values.dueOn ? { value: values.dueOn } : {})} {...back} />
    </>
  );
}
