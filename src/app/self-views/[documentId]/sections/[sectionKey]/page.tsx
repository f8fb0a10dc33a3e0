import { besideAddress, draftAddress, savesAddress } from '@/domain/documents/address';
import { nameAtStart, nameOf } from '@/domain/documents/facts';
import { sectionInWords } from '@/domain/documents/in-words';
import { isRefusal } from '@/domain/decision';
import { paragraphsOf } from '@/domain/documents/paragraphs';
import { placeComments } from '@/domain/self-views/comments-by-paragraph';
import { listed } from '@/domain/self-views/completeness';
import { actingAs } from '@/domain/model';
import { formValues } from '@/domain/self-views/form-values';
import { readFormReturn } from '@/server/form-return';
import { isToBeOpened, loadSection, type LoadedSection } from '@/server/self-views/load';
import { openSection } from '@/server/self-views/open-section';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { DocumentText } from '@/ui/document-text';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { SectionList } from '@/ui/section-list';
import { Sheet } from '@/ui/sheet';
import { WhoCanSee } from '@/ui/who-can-see';
import { KeptHere } from '../../../../kept-here';
import { orNotFound } from '../../../../or-not-found';
import { SavedLine } from '../../../../saved-line';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { WhoIsHere } from '../../../../who-is-here';
import { SectionForm } from './section-form';
import { ReviewComment } from '../../review-comment';

interface Props {
  params: Promise<{ documentId: string; sectionKey: string }>;
  searchParams: Promise<{ return?: string; add?: string; carry?: string }>;
}

export default async function SectionPage({ params, searchParams }: Props) {
  const { documentId, sectionKey } = await params;
  const { return: back, add = null, carry = null } = await searchParams;
  const path = `/self-views/${documentId}/sections/${sectionKey}`;
  const actor = await requireActor(path);
  const now = new Date();
  let page = await orNotFound(() => loadSection(actor, documentId, sectionKey, now));
  const writer = page.closed ? null : page.may.write;
  if (writer && isToBeOpened(page.definition)) {
    const opened = await openSection(actingAs(actor, writer.id) ?? actor, { documentId, sectionKey }, now);
    if (!isRefusal(opened)) page = await loadSection(actor, documentId, sectionKey, now);
  }
  const returned = await readFormReturn(actor.personId, back);
  const { section, line } = page;
  const title = section.title;
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="Not everything could be saved" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: `${nameAtStart(page.doc)} ${page.cycle}`, href: `/self-views/${documentId}` }, { label: title }]} />
      <PageHead title={title} lead={<Lead page={page} />} aside={writer && <SavedLine at={section.version > 1 ? section.savedAt.getTime() : null} spoken>{page.saves > 1 && <a href={savesAddress(documentId, sectionKey)}>Earlier saves</a>}</SavedLine>} />
      <div className="write">
        <SectionList
          label={`Sections of the ${nameOf(page.doc)}`}
          current={sectionKey}
          items={page.lines.map(({ key, title: name, ordinal, state }) => ({ id: key, label: `${ordinal} ${name}`, href: `/self-views/${documentId}/sections/${key}`, state }))}
        />
        <div className="stack">
          {writer && <WhoIsHere />}
          {page.beside.map(({ id, savedBy }) => (
            <Refusal key={id} heading="Two of you changed the same words" next={<a href={besideAddress(documentId, sectionKey, id)}>See both texts and choose</a>}>
              {savedBy === actor.personId ? 'Yours' : `Those of ${page.writtenBy.get(savedBy ?? '') ?? 'a colleague'}`} are kept beside what is saved here. Nothing is lost.
            </Refusal>
          ))}
          {page.closed && <Refusal heading="This cannot be changed now">{page.closed.because}</Refusal>}
          {!page.closed && page.warning && writer && <Refusal heading="It is out for signature">{page.warning}</Refusal>}
          {writer ? (
            <SectionForm key={`${section.version}-${back ?? ''}`} page={page} returned={returned} add={add} carry={carry} as={writer.id} personId={actor.personId} beside={<Margin page={page} as={writer.id} />} />
          ) : (
            <>
              {page.may.write && (
                <KeptHere personId={actor.personId} to={draftAddress(documentId, sectionKey)} standing={formValues(page.definition.fields, page.content)} labels={Object.fromEntries(page.definition.fields.map(({ key, label }) => [key, label]))} />
              )}
              <Reading page={page} />
            </>
          )}
          {writer && page.comments.length > 0 && (
            <Sheet heading="Comments of the internal review" id={`comments-${sectionKey}`}>
              {placeComments(page.comments, paragraphsOf(page.inWords)).map(({ comment, words }) => (
                <ReviewComment key={comment.id} comment={comment} words={words} documentId={documentId} as={writer.id} from="section" sectionKey={sectionKey} returned={returned} />
              ))}
            </Sheet>
          )}
          {line.missing.length > 0 && writer && (
            <div className="note s">
              <p>
                <b>Still missing here:</b> {line.missing.join('; ')}.
              </p>
            </div>
          )}
        </div>
      </div>
    </Shell>
  );
}

function Lead({ page: { doc, section, authority, line, due } }: { page: LoadedSection }) {
  return (
    <>
      Section {section.ordinal} of {authority}’s {nameOf(doc)}.{line.writers.length > 0 && ` Given to ${listed(line.writers.map(({ post }) => post))}.`}
      {line.dueOn && (
        <>
          {' '}
          Due by <FullDay on={line.dueOn} />.
        </>
      )}
      {due && (
        <>
          {' '}
          The {nameOf(doc)} goes to its signatories by <FullDay on={due.dueOn} />.
        </>
      )}
    </>
  );
}

/** Beside the first field: what the section is for, what is said about it, who has written. */
function Margin({ page }: { page: LoadedSection; as: string }) {
  const open = page.comments.filter(({ settledAs }) => !settledAs).length;
  return (
    <>
      {page.definition.guidance && (
        <div className="note">
          <p>{page.definition.guidance}</p>
        </div>
      )}
      {open > 0 && (
        <p className="s">
          <a href={`#comments-${page.section.key}`}>{open === 1 ? 'One comment of the review is open' : `${open} comments of the review are open`}</a>
        </p>
      )}
      {page.challenge && (
        <div className="theirs s stack-s">
          <p>
            <b>The region’s challenge, {page.challenge.cycle}</b>
          </p>
          <p>“{page.challenge.headline}”</p>
        </div>
      )}
      {page.writtenBy.size > 0 && (
        <div className="s">
          <b>Have written here</b>
          <p>{listed([...page.writtenBy.values()])}</p>
        </div>
      )}
    </>
  );
}

function Reading({ page }: { page: LoadedSection }) {
  const text = sectionInWords({ key: page.section.key, title: page.section.title, content: page.content }, page.template);
  return (
    <Sheet>
      {text === '' ? <p className="soft">Nothing is written here yet.</p> : <DocumentText text={text} />}
      {!page.closed && <p className="s soft">You read this section; it is written by others.</p>}
      <WhoCanSee>people who hold a post at {page.authority}. The region sees nothing until it is submitted with its signature, and then the signed text only.</WhoCanSee>
    </Sheet>
  );
}
