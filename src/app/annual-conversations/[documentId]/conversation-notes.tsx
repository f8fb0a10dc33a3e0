import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import { CONVERSATION_NOTES } from '@/domain/releases';
import type { PackPage } from '@/server/annual-conversations/load';
import { Button } from '@/ui/button';
import { DateFields } from '@/ui/date-fields';
import { Hidden } from '@/ui/hidden';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { addNotes } from '../actions';

/** After the meeting: the notes that the authority and Ofsted agreed there. */
export function ConversationNotes({ page: { doc, text, compile: as }, returned }: { page: PackPage; returned?: FormReturn }) {
  const notes = text.find(({ key }) => key === CONVERSATION_NOTES.key)?.text ?? '';
  return (
    <Sheet heading={notes ? 'Change the notes of the conversation' : 'Add the notes of the conversation'} id="h-notes">
      <form action={addNotes} className="stack">
        <Hidden name="as" value={as!.id} />
        <Hidden name="packId" value={doc.id} />
        <DateFields name="metOn" legend="When was the meeting?" {...(returned ? { returned } : {})} />
        <TextArea name="text" label="Notes, as agreed in the meeting" hint="They become part of the pack and of the evidence for next year’s self-view." rows={8} doc tools="whole" value={notes} {...(returned ? { returned } : {})} />
        <div className="btns">
          <Button kind="second">Add them as {postName(as!)}</Button>
        </div>
      </form>
    </Sheet>
  );
}
