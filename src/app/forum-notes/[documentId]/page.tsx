import { postName } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { loadNotes, type NotesPage } from '@/server/forum-notes/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { CopyLinks } from '@/ui/copy-links';
import { Crumbs } from '@/ui/crumbs';
import { fullDay, moment } from '@/ui/day';
import { DocumentText } from '@/ui/document-text';
import { DocumentTitle } from '@/ui/document-title';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { SeenBy } from '@/ui/seen-by';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { agreeToDraft, draft, makeFinal, send } from '../actions';
import { Margin } from './margin';
import { Signatures } from './signatures';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string; comment?: string; since?: string; only?: string }>;
}

export default async function ForumNotes({ params, searchParams }: Props) {
  const { documentId } = await params;
  const query = await searchParams;
  const path = `/forum-notes/${documentId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadNotes(actor, documentId, new Date())), readFormReturn(actor.personId, query.return)]);
  const { place, stage, shown, since } = page;
  const commented = new Set(page.comments.map((comment) => comment.paragraph));
  const title = TITLES[stage](place.authority, Boolean(page.may.comment));
  return (
    <Shell viewer={viewerOf(actor)} current="/forums" title={title} back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="This cannot be done yet" />}
      <Crumbs items={[{ label: 'Forums', href: '/forums' }, { label: fullDay(place.on), href: `/forums/${place.forumId}` }, { label: `Notes, ${place.authority}` }]} />
      <PageHead title={title} lead={leadOf(page)} aside={<State page={page} />} />
      <Acts page={page} />
      {shown ? (
        <Sheet as="article">
          <DocumentTitle under={`${place.group} group, ${fullDay(place.on)}`}>Notes of the peer challenge forum: {place.authority}</DocumentTitle>
          {(since !== null || commented.size > 0) && (
            <p className="s btns">
              {since !== null && (query.since ? <a href="?">Hide what changed since the draft before</a> : <a href="?since=yes">Show what changed since the draft before</a>)}
              {commented.size > 0 && (query.only ? <a href="?">Show every paragraph</a> : <a href="?only=yes">Only paragraphs with comments</a>)}
            </p>
          )}
          <DocumentText
            text={shown.text}
            {...(query.since && since !== null ? { since } : {})}
            {...(query.only ? { only: (paragraph: number) => commented.has(paragraph) } : {})}
            margin={(paragraph) => <Margin paragraph={paragraph} page={page} personId={actor.personId} opened={query.comment === String(paragraph)} returned={query.comment === String(paragraph) ? returned : undefined} />}
          />
        </Sheet>
      ) : (
        <Empty fact={stage === 'not-drafted' ? 'No notes yet' : 'The draft has not been sent yet'}>
          {stage === 'not-drafted' ? 'They are drafted from what was noted on the day, when the session has ended.' : <a href={`${path}/draft`}>Go on with the draft</a>}
        </Empty>
      )}
      <Signatures page={page} />
      <div className="slip stack-s">
        <CopyLinks base={`/documents/${documentId}`} of="notes" />
        <SeenBy
        shares={page.shares}
        names={{ authority: place.authority, group: place.group, region: place.region, roles: page.notes.roles }}
        not={`Comments are between ${place.authority} and the regional team; they never leave this page.`}
      />
        <p className="s">
          <a href={`/documents/${documentId}/activity`}>Activity of these notes</a>
        </p>
      </div>
    </Shell>
  );
}

const TITLES: Record<NotesPage['stage'], (authority: string, comments: boolean) => string> = {
  'not-drafted': (authority) => `Notes of ${authority}’s forum`,
  drafting: (authority) => `The notes of ${authority}’s forum are being drafted`,
  'out-for-comment': (authority, comments) => (comments ? `Comment on the draft notes of ${authority}’s forum` : `The draft notes of ${authority}’s forum are out for comment`),
  'for-signature': (authority) => `The notes of ${authority}’s forum are out for signature`,
  agreed: (authority) => `The agreed notes of ${authority}’s forum`,
};

function leadOf({ place, stage, draftNumber, sentAt }: NotesPage): string {
  const forum = `Forum on ${fullDay(place.on)}.`;
  return stage === 'out-for-comment' && sentAt ? `${forum} Draft ${draftNumber}, sent ${moment(sentAt)}.` : forum;
}

function State({ page: { stage, open, draftAgreed, waitingFor, notes } }: { page: NotesPage }) {
  if (stage === 'agreed') return <StatusTag state="signed">Agreed and signed</StatusTag>;
  if (stage === 'for-signature') return <StatusTag state="part-signed">{`${notes.signatories.length - waitingFor.length} of ${notes.signatories.length}`}</StatusTag>;
  if (open > 0) return <StatusTag state="comments">{open === 1 ? '1 comment' : `${open} comments`}</StatusTag>;
  if (draftAgreed) return <StatusTag state="accepted">Draft agreed</StatusTag>;
  return null;
}

/** The one main act of each side at this stage, with the sentence when something holds it back. */
function Acts({ page }: { page: NotesPage }) {
  const { notes, stage, may, outForComment, draftAgreed, open, draftNumber, live, shown } = page;
  const path = `/forum-notes/${notes.id}`;
  const changed = live && shown && live.read !== shown.text;
  const acts = [
    stage === 'not-drafted' && may.draft && notes.sessionEndedAt && (
      <Press key="draft" act={draft} as={may.draft.id} documentId={notes.id}>
        Draft the notes from the day
      </Press>
    ),
    may.draft && live && stage !== 'agreed' && (
      <LinkButton key="edit" href={`${path}/draft`} kind="second">
        Go on with the draft
      </LinkButton>
    ),
    may.send && (stage === 'drafting' || (stage === 'out-for-comment' && changed)) && (
      <Press key="send" act={send} as={may.send.id} documentId={notes.id}>
        {draftNumber === 0 ? 'Send the draft for comment' : `Send draft ${draftNumber + 1} for comment`}
      </Press>
    ),
    may.final && (stage === 'out-for-comment' || (stage === 'drafting' && draftNumber > 0)) && open === 0 && (
      <Press key="final" act={makeFinal} as={may.final.id} documentId={notes.id}>
        Make the notes final
      </Press>
    ),
    may.agree && outForComment && !draftAgreed && (
      <Press key="agree" act={agreeToDraft} as={may.agree.id} documentId={notes.id} versionId={outForComment.id}>
        Agree this draft as {postName(may.agree)}
      </Press>
    ),
    may.sign && (
      <LinkButton key="sign" href={`/documents/${notes.id}/sign`}>
        Read and sign as {postName(may.sign)}
      </LinkButton>
    ),
  ].filter(Boolean);
  if (acts.length === 0) return null;
  return (
    <div className="slip stack-s">
      <div className="btns">{acts}</div>
      {may.final && open > 0 && stage === 'out-for-comment' && <p className="s soft">The notes can be made final when each comment is accepted or answered.</p>}
    </div>
  );
}

interface PressProps {
  act: (form: FormData) => Promise<never>;
  as: string;
  documentId: string;
  versionId?: string;
  children: React.ReactNode;
}

function Press({ act, as, documentId, versionId, children }: PressProps) {
  return (
    <form action={act}>
      <Hidden name="as" value={as} />
      <Hidden name="documentId" value={documentId} />
      {versionId && <Hidden name="versionId" value={versionId} />}
      <Button>{children}</Button>
    </form>
  );
}
