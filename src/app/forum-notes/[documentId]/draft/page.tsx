import { besideAddress, draftAddress, savesAddress } from '@/domain/documents/address';
import { postName } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { loadNotes } from '@/server/forum-notes/load';
import { requireActor } from '@/server/session';
import { writerToken } from '@/server/writer-token';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { moment } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Refused } from '@/ui/refused';
import { cameBack } from '@/ui/returned';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { TextArea } from '@/ui/text-area';
import { TypedOver } from '@/ui/typed-over';
import { VoiceBlock } from '@/ui/voice-block';
import { AutosaveForm } from '../../../autosave-form';
import { orNotFound } from '../../../or-not-found';
import { SavedLine } from '../../../saved-line';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { WhoIsHere } from '../../../who-is-here';
import { saveDraft } from '../../actions';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function Draft({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/forum-notes/${documentId}/draft`;
  const { return: back } = await searchParams;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadNotes(actor, documentId, new Date())), readFormReturn(actor.personId, back)]);
  const { place, live, may, stage, comments } = page;
  const notesPath = `/forum-notes/${documentId}`;
  const open = comments.filter((comment) => !comment.settledAt);
  return (
    <Shell viewer={viewerOf(actor)} current="/forums" title={`Draft notes of ${place.authority}’s forum`} back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="The draft cannot be saved yet" />}
      <Crumbs items={[{ label: 'Forums', href: '/forums' }, { label: `Notes, ${place.authority}`, href: notesPath }, { label: 'Draft' }]} />
      {!may.draft || !live || stage === 'agreed' ? (
        <Refused heading="There is no draft to write on" because={stage === 'agreed' ? 'These notes are agreed and signed.' : 'The regional team drafts the notes, from the day, when the session has ended.'} next={<a href={notesPath}>Read the notes</a>} />
      ) : (
        <>
          <PageHead title={`Draft the notes of ${place.authority}’s forum`} aside={<SavedLine at={live.savedAt.getTime()} spoken />} lead={`Last saved ${moment(live.savedAt)}. ${stage === 'for-signature' ? 'These notes are out for signature: a change takes the signatures off, and they must be made final again.' : `${place.authority} sees a draft only when you send it.`}`} />
          <WhoIsHere />
          {page.beside.map((id) => (
            <Refusal key={id} heading="Two of you changed the same words" next={<a href={besideAddress(documentId, 'notes', id)}>See both texts and choose</a>}>
              Both are kept. Nothing is lost.
            </Refusal>
          ))}
          <Columns
            aside={
              <>
                <Slip id="open" heading={open.length === 0 ? 'No open comments' : `${open.length} open ${open.length === 1 ? 'comment' : 'comments'}`}>
                  {open.map((comment) => (
                    <VoiceBlock key={comment.id} voice="own" who={`${comment.post}, paragraph ${comment.paragraph}`}>
                      <p className="s">{comment.body}</p>
                    </VoiceBlock>
                  ))}
                </Slip>
                <Slip id="how" heading="How to write">
                  <p className="s">An empty line begins a new paragraph; each has its own number, and comments are made on it. ## begins a heading, ** ** makes words bold, - begins a list. What you paste from Word keeps its headings, lists and tables.</p>
                </Slip>
              </>
            }
          >
            <Sheet>
              <AutosaveForm key={`${live.version}-${back ?? ''}`} action={saveDraft} to={draftAddress(documentId, 'notes')} savedAt={live.savedAt.getTime()} personId={actor.personId} title={`Notes of ${place.authority}’s forum`} unsaved={cameBack(returned)} className="stack">
                <Hidden name="as" value={may.draft.id} />
                <Hidden name="documentId" value={documentId} />
                <Hidden name="writer" value={writerToken(actor.personId)} />
                <TypedOver section="notes" version={live.version} returned={returned} />
                <TextArea name="text" label="Notes" hint="Say what was asked, what was answered and what was agreed. Nothing that identifies a child." doc rows={28} tools="whole" figures={page.quotable} value={live.text} saved={<SavedLine at={live.savedAt.getTime()} />} {...(returned ? { returned } : {})} />
                <Buttons>
                  <Button>Save the draft as {postName(may.draft)}</Button>
                  <a href={notesPath}>Back to the notes</a>
                  <a href={savesAddress(documentId, 'notes')}>Earlier saves</a>
                </Buttons>
              </AutosaveForm>
            </Sheet>
          </Columns>
        </>
      )}
    </Shell>
  );
}
