import { nameAtStart, nameOf } from '@/domain/documents/facts';
import { documentInWords } from '@/domain/documents/in-words';
import { paragraphsOf } from '@/domain/documents/paragraphs';
import { isSigned } from '@/domain/documents/state';
import { valueOf, type EvidenceItem } from '@/domain/self-views/content';
import { placeComments, type PlacedComment } from '@/domain/self-views/comments-by-paragraph';
import type { FormReturn } from '@/domain/form';
import { readFormReturn } from '@/server/form-return';
import { recordReading } from '@/server/papers/record-reading';
import { loadReading, type LoadedReading, type SectionComment } from '@/server/self-views/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { CopyLinks } from '@/ui/copy-links';
import { Crumbs } from '@/ui/crumbs';
import { FullDayAt } from '@/ui/day';
import { DocumentText } from '@/ui/document-text';
import { DocumentTitle } from '@/ui/document-title';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { JourneyGrid } from '@/ui/journey-grid';
import { MarginLink } from '@/ui/margin-link';
import { PageHead } from '@/ui/page-head';
import { SeenBy } from '@/ui/seen-by';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { comment } from '../actions';
import { ReviewComment } from '../review-comment';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string; comment?: string }>;
}

export default async function ReadSelfViewPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const { return: back, comment: at = '' } = await searchParams;
  const path = `/self-views/${documentId}/read`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadReading(actor, documentId, new Date())), readFormReturn(actor.personId, back)]);
  await recordReading(actor, page.doc, new Date());
  const title = `${page.authority}’s ${nameOf(page.doc)} ${page.cycle}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="The comment is not kept yet" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, ...(page.live ? [{ label: `${nameAtStart(page.doc)} ${page.cycle}`, href: `/self-views/${documentId}` }] : []), { label: page.live ? 'The whole text' : `${nameAtStart(page.doc)} ${page.cycle}` }]} />
      <PageHead title={page.live ? `Read ${title}` : title} lead={<Lead page={page} />} />
      <Sheet as="article">
        <DocumentTitle under={page.live ? 'As it stands now' : `Version ${page.version!.number}`}>{title}</DocumentTitle>
        <Words page={page} at={at} returned={returned} />
        <p className="s">
          <a href={`/documents/${documentId}/compare`}>What changed, between versions and since last year</a> · <a href={`/authorities/${page.slug}/threads`}>Strengths and areas over the years</a>
        </p>
        <CopyLinks base={page.live ? `/documents/${documentId}` : `/documents/${documentId}/versions/${page.version!.number}`} of={title} />
        <SeenBy shares={page.shares} names={page.names} />
      </Sheet>
    </Shell>
  );
}

function Lead({ page: { live, version, doc, closed, inReview } }: { page: LoadedReading }) {
  if (!live) {
    return (
      <>
        Version {version!.number}, frozen on <FullDayAt at={version!.createdAt} />
        {isSigned(doc) ? ', signed by everyone who must' : ''}.
      </>
    );
  }
  if (closed) return <>{closed.because}</>;
  return <>{inReview ? 'It is out for internal review: comment on any paragraph. ' : 'The draft as it stands now. '}Comments are read by your own authority alone.</>;
}

function Words({ page, at, returned }: { page: LoadedReading; at: string; returned?: FormReturn }) {
  const texts = documentInWords(page.sections, page.template);
  const counts = texts.map(({ text }) => paragraphsOf(text).filter(({ number }) => number !== null).length);
  return (
    <>
      {texts.map(({ key, title, text }, index) => {
        const from = 1 + counts.slice(0, index).reduce((sum, count) => sum + count, 0);
        const paragraphs = paragraphsOf(text, from).filter(({ number }) => number !== null);
        const said = placeComments(page.comments.filter(({ sectionKey }) => sectionKey === key), paragraphs);
        return (
          <section aria-labelledby={`h-${key}`} id={key} key={key} className="stack-s">
            <h3 id={`h-${key}`}>{title}</h3>
            {page.grid?.sectionKey === key && (
              <JourneyGrid
                caption={`${page.authority} on the improvement journey, by its own view`}
                enablers={page.grid.enablers}
                placements={Object.fromEntries(page.grid.enablers.map((enabler) => [enabler.key, { own: page.grid!.places[enabler.key] ?? null }]))}
                names={{ own: `${page.authority}’s own view` }}
                stages={page.grid.stages}
              />
            )}
            {text === '' ? (
              <p className="soft s">Nothing was written here.</p>
            ) : (
              <DocumentText
                text={text}
                from={from}
                headings={4}
                margin={page.live ? (number) => <Beside page={page} sectionKey={key} number={number} text={paragraphs.find((paragraph) => paragraph.number === number)?.text ?? ''} said={said} at={at} returned={returned} /> : undefined}
              />
            )}
            <Files page={page} sectionKey={key} content={page.sections[index]!.content} />
            {page.live && <WholeSection page={page} sectionKey={key} title={title} said={said} at={at} returned={returned} />}
          </section>
        );
      })}
    </>
  );
}

interface BesideProps {
  page: LoadedReading;
  sectionKey: string;
  /** The comments on the section. */
  said: readonly PlacedComment<SectionComment>[];
  at: string;
  returned?: FormReturn;
}

function Beside({ page, sectionKey, number, text, said, at, returned }: BesideProps & { number: number; text: string }) {
  return (
    <div className="mgs stack-s">
      {said.filter(({ paragraph }) => paragraph === number).map((one) => (
        <Said key={one.comment.id} one={one} page={page} returned={returned} />
      ))}
      {at === `${sectionKey}:${number}` ? (
        <CommentForm page={page} sectionKey={sectionKey} paragraph={number} quoted={text} returned={returned} />
      ) : (
        page.may.comment &&
        !page.closed && (
          <MarginLink href={`?comment=${sectionKey}:${number}#p-${number}`} hidden={` on paragraph ${number}`}>
            Comment
          </MarginLink>
        )
      )}
    </div>
  );
}

/** Comments on the section as a whole, and those whose words are gone. */
function WholeSection({ page, sectionKey, title, said, at, returned }: BesideProps & { title: string }) {
  return (
    <div className="stack-s" id={`comments-${sectionKey}`}>
      {said.filter(({ paragraph }) => paragraph === null).map((one) => (
        <Said key={one.comment.id} one={one} page={page} returned={returned} />
      ))}
      {at === `${sectionKey}:0` ? (
        <CommentForm page={page} sectionKey={sectionKey} paragraph={0} quoted="" returned={returned} />
      ) : (
        page.may.comment &&
        !page.closed && (
          <MarginLink href={`?comment=${sectionKey}:0#comments-${sectionKey}`} hidden={`: ${title}`}>
            Comment on the whole section
          </MarginLink>
        )
      )}
    </div>
  );
}

function Said({ one: { comment: one, words }, page, returned }: { one: PlacedComment<SectionComment>; page: LoadedReading; returned?: FormReturn }) {
  return <ReviewComment comment={one} words={words} documentId={page.doc.id} as={page.closed ? null : (page.may.settle(one.sectionKey)?.id ?? null)} from="read" sectionKey={one.sectionKey} returned={returned} />;
}

function CommentForm({ page, sectionKey, paragraph, quoted, returned }: Omit<BesideProps, 'at' | 'said'> & { paragraph: number; quoted: string }) {
  return (
    <form action={comment} className="stack-s">
      <Hidden name="documentId" value={page.doc.id} />
      <Hidden name="sectionKey" value={sectionKey} />
      <Hidden name="paragraph" value={String(paragraph)} />
      <Hidden name="quoted" value={quoted} />
      <Hidden name="from" value="read" />
      <Hidden name="as" value={page.may.comment?.id ?? ''} />
      <TextArea name="body" label={paragraph === 0 ? 'Comment on the section' : `Comment on paragraph ${paragraph}`} rows={4} tools="answer" returned={returned} />
      <Button size="small" kind="second">
        Add the comment
      </Button>
    </form>
  );
}

function Files({ page, sectionKey, content }: { page: LoadedReading; sectionKey: string; content: Record<string, unknown> }) {
  const fields = page.template.sections.find(({ key }) => key === sectionKey)?.fields ?? [];
  const items = fields.flatMap((field) => (field.kind === 'evidence' ? (valueOf(field, content) as EvidenceItem[]) : [])).filter(({ fileId }) => fileId && page.files.has(fileId));
  if (items.length === 0) return null;
  return (
    <ul className="bare s">
      {items.map((item) => (
        <li key={item.id}>
          <a href={`/documents/${page.doc.id}/files/${item.fileId}`}>{page.files.get(item.fileId!)!.name}</a>
          {item.words && `: ${item.words}`}
        </li>
      ))}
    </ul>
  );
}
