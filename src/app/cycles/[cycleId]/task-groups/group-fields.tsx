import type { FormReturn } from '@/domain/form';
import type { Named } from '@/domain/model';
import { Checkboxes } from '@/ui/checkboxes';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';

interface GroupFieldsProps {
  authorities: readonly Named[];
  group?: { name: string; purpose: string; linkId: string | null; adLeadId: string | null; memberIds: readonly string[] };
  returned?: FormReturn;
}

/** Name, purpose, DCS link and members: the same to set a group up and to change it. */
export function GroupFields({ authorities, group, returned }: GroupFieldsProps) {
  const options = authorities.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextInput name="name" label="Name" width="m" maxLength={80} value={group?.name} returned={returned} />
      <TextArea name="purpose" label="Purpose" hint="What it is to find out or bring about, and by when. Nothing confidential." rows={3} value={group?.purpose} returned={returned} />
      <Select name="linkId" label="Designated DCS link" hint="The Director who answers for the group and writes for it." blank="Choose an authority" options={options} value={group?.linkId ?? undefined} returned={returned} />
      <Select name="adLeadId" label="Leading Assistant Director" hint="Where an Assistant Director leads it with that Director: of the same authority or of a member. They write for the group too." blank="None" options={options} value={group?.adLeadId ?? undefined} returned={returned} />
      <Checkboxes name="memberIds" legend="Members" inline options={options} values={group?.memberIds} returned={returned} />
    </>
  );
}
