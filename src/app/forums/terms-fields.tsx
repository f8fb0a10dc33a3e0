import type { FormReturn } from '@/domain/form';
import type { Day } from '@/domain/model';
import { DateFields } from '@/ui/date-fields';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';

interface Props {
  terms: { onDay: Day | null; starts: string; ends: string; venue: string; room: string; facilitatorPostId: string | null };
  facilitators: readonly { id: string; name: string }[];
  returned: FormReturn | undefined;
}

/** Day, hours, place and facilitator of a forum: the same when it is scheduled and when it is changed. */
export function TermsFields({ terms, facilitators, returned }: Props) {
  const back = returned ? { returned } : {};
  return (
    <>
      <DateFields name="onDay" legend="Day" value={terms.onDay} {...back} />
      <div className="flex flex-wrap gap-s5 [&_label]:block">
        <TextInput name="starts" label="Starts" value={terms.starts} width="xs" {...back} />
        <TextInput name="ends" label="Ends" value={terms.ends} width="xs" {...back} />
      </div>
      <TextInput name="venue" label="Venue" value={terms.venue} {...back} />
      <TextInput name="room" label="Room" hint="Leave it empty while it is not known. One room holds one forum at a time." value={terms.room} {...back} />
      <Select name="facilitatorPostId" label="Facilitator" blank="Nobody yet" options={facilitators.map(({ id, name }) => ({ value: id, label: name }))} value={terms.facilitatorPostId ?? ''} {...back} />
    </>
  );
}
