import { besideAddress, savesAddress } from '@/domain/documents/address';
import { clockSpan } from '@/domain/forums/clock';
import type { FormReturn } from '@/domain/form';
import { FOCUS_NAMES, SOURCE_NAMES } from '@/domain/questions';
import { mayIdentify, warningOf } from '@/domain/privacy';
import { readFormReturn } from '@/server/form-return';
import { loadPreparation, type PreparationPage } from '@/server/forums/preparation/load';
import { requireActor } from '@/server/session';
import { writerToken } from '@/server/writer-token';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { CopyLinks } from '@/ui/copy-links';
import { Crumbs } from '@/ui/crumbs';
import { fullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { ForumQuestion } from '@/ui/forum-question';
import { Hidden } from '@/ui/hidden';
import { Markdown } from '@/ui/markdown';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { cameBack } from '@/ui/returned';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { TextArea } from '@/ui/text-area';
import { TypedOver } from '@/ui/typed-over';
import { VoiceBlock } from '@/ui/voice-block';
import { WhoCanSee } from '@/ui/who-can-see';
import { AutosaveForm } from '../../../../../autosave-form';
import { orNotFound } from '../../../../../or-not-found';
import { SavedLine } from '../../../../../saved-line';
import { Shell } from '../../../../../shell';
import { viewerOf } from '../../../../../viewer';
import { WhoIsHere } from '../../../../../who-is-here';
import { Differences } from '../differences';
import { prepare } from './actions';
import { PackFigures } from './pack-figures';

interface Props {
  params: Promise<{ forumId: string; sessionId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function Prepare({ params, searchParams }: Props) {
  const { forumId, sessionId } = await params;
  const path = `/forums/${forumId}/sessions/${sessionId}/prepare`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadPreparation(actor, forumId, sessionId, new Date())), readFormReturn(actor.personId, (await searchParams).return)]);
  const { side, forum, session, pack, authority, figures } = page;
  const title = side === 'host' ? `Prepare ${session.authority.name}’s forum session` : `Prepare to challenge ${session.authority.name}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/forums" title={title} back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="Nothing was saved" />}
      <Crumbs items={[{ label: 'Forums', href: '/forums' }, { label: fullDay(forum.onDay), href: `/forums/${forumId}` }, { label: title }]} />
      <PageHead title={title} lead={`${fullDay(forum.onDay)}, ${clockSpan(session.startsAt, session.endsAt)}. ${[forum.room, forum.venue].filter(Boolean).join(', ')}.`} />
      <Columns aside={<Margin page={page} />}>
        {pack.questions?.headline && (
          <VoiceBlock voice="friend" who="Headline from the data group">
            <p className="doc">{pack.questions.headline}</p>
          </VoiceBlock>
        )}
        <Differences authority={session.authority.name} pack={pack} />
        <Sheet id="h-questions" heading={side === 'host' ? 'The questions, and your answers' : 'The questions, and yours'}>
          {!pack.questions && <Empty fact="The questions are not issued yet">They come with the packs. The rest can be prepared now.</Empty>}
          <WhoIsHere />
          <Beside page={page} />
          <PreparationForm page={page} personId={actor.personId} returned={returned} />
        </Sheet>
        {figures.length > 0 && <PackFigures authority={session.authority.name} figures={figures} />}
        {page.preparationId && <CopyLinks base={`/documents/${page.preparationId}`} of="preparation" />}
        <WhoCanSee>
          {authority.name} alone, for good: neither {side === 'host' ? 'those who challenge' : session.authority.name} nor the region.
        </WhoCanSee>
      </Columns>
    </Shell>
  );
}

const HINTS: Record<string, string> = {
  'who-comes': 'Posts, and who speaks to which question.',
  support: 'What would help you, from the group or the region. You say it on the day; nothing is sent from here.',
  lines: 'What the questions do not reach: what you would want to hear, and from whom.',
};

/** Texts of which two changed the same words. */
function Beside({ page: { beside, documentId, sections } }: { page: PreparationPage }) {
  return beside.map(({ id, sectionKey }) => (
    <Refusal key={id} heading={`Two of you changed the same words of “${sections.find(({ key }) => key === sectionKey)?.title ?? sectionKey}”`} next={<a href={besideAddress(documentId ?? '', sectionKey, id)}>See both texts and choose</a>}>
      Both are kept. Nothing is lost.
    </Refusal>
  ));
}

function PreparationForm({ page, personId, returned }: { page: PreparationPage; personId: string; returned: FormReturn | undefined }) {
  const { sections, savedAt, pack, forum, session, may, side, closed } = page;
  const items = pack.questions?.items ?? [];
  const field = ({ key, title, text, version }: PreparationPage['sections'][number], hidden: boolean) =>
    may && !closed ? (
      <div key={key}>
        <TypedOver section={key} version={version} returned={returned} />
        <TextArea name={`${key}/text`} label={title} value={text} rows={hidden ? 4 : 5} doc tools="answer" saved={<SavedLine at={savedAt} />} {...(HINTS[key] ? { hint: HINTS[key] } : {})} {...(returned ? { returned } : {})} />
        {page.documentId && version > 0 && (
          <p className="s">
            <a href={savesAddress(page.documentId, key)}>
              Earlier saves<span className="vh"> of {title}</span>
            </a>
          </p>
        )}
      </div>
    ) : (
      <div key={key}>
        <h3>{title}</h3>
        <div className="doc">{text ? <Markdown text={text} headings={4} /> : <p>Nothing was written.</p>}</div>
      </div>
    );
  const body = (
    <>
      {items.map(({ id, text, source, focus }, index) => {
        const section = sections.find(({ key }) => key === `question-${id}`);
        return (
          <ForumQuestion key={id} id={`q-${id}`} number={index + 1} text={text} from={`${SOURCE_NAMES[source]}. ${FOCUS_NAMES[focus]}`}>
            {section && field({ ...section, title: side === 'host' ? 'What you will answer' : 'What you will press on' }, true)}
          </ForumQuestion>
        );
      })}
      {sections.filter(({ key }) => !items.some(({ id }) => key === `question-${id}`)).map((section) => field(section, false))}
    </>
  );
  if (!may || closed) return body;
  return (
    <AutosaveForm
      key={sections.map(({ version }) => version).join('-')}
      action={prepare}
      to={`/forums/${forum.id}/sessions/${session.id}/prepare/draft`}
      savedAt={savedAt}
      personId={personId}
      title={`Preparation for ${session.authority.name}’s forum session`}
      unsaved={cameBack(returned)}
      warnings={mayIdentify(sections.map(({ text }) => text).join('\n')).map(warningOf)}
      className="stack"
    >
      <Hidden name="writer" value={writerToken(personId)} />
      <Hidden name="documentId" value={page.documentId ?? ''} />
      <Hidden name="as" value={may.id} />
      <Hidden name="forumId" value={forum.id} />
      <Hidden name="sessionId" value={session.id} />
      {body}
      <div className="btns">
        <Button>Save the preparation</Button>
        <SavedLine at={savedAt} spoken />
      </div>
    </AutosaveForm>
  );
}

function Margin({ page: { side, session, pack, forum } }: { page: PreparationPage }) {
  return (
    <>
      <Slip id="h-read" heading="Read first">
        <ul className="bare s leading-[1.75]">
          {pack.selfView ? (
            <li>
              <a href={`/self-views/${pack.selfView.documentId}/read`}>
                {session.authority.name}’s {pack.selfView.name}, version {pack.selfView.version}
              </a>
            </li>
          ) : (
            <li className="soft">The self-view is not open to you yet.</li>
          )}
          {pack.questions && (
            <li>
              <a href={`/packs/${pack.questions.documentId}`}>Questions and pack</a>
            </li>
          )}
        </ul>
      </Slip>
      <Slip id="h-who" heading={side === 'host' ? 'Who challenges you' : 'Who challenges'}>
        <ul className="bare s">
          {session.challengers.map(({ id, name, lead }) => (
            <li key={id}>
              {name}
              {lead && ', leads'}
            </li>
          ))}
        </ul>
      </Slip>
      <Slip id="h-day" heading="The day">
        <p className="s">
          <a href={`/forums/${forum.id}`}>Order of the day, invitation, calendar</a>
        </p>
      </Slip>
    </>
  );
}
