import { readFormReturn } from '@/server/form-return';
import { loadSaves, type SavesPage } from '@/server/documents/sections/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { clockTime, moment } from '@/ui/day';
import { DocumentText } from '@/ui/document-text';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { SeenBy } from '@/ui/seen-by';
import { Slip } from '@/ui/slip';
import { orNotFound } from '../../../../../or-not-found';
import { Shell } from '../../../../../shell';
import { viewerOf } from '../../../../../viewer';
import { takeBack } from '../../../../actions';

interface Props {
  params: Promise<{ documentId: string; sectionKey: string }>;
  searchParams: Promise<{ text?: string; return?: string }>;
}

/** Every earlier save of a section, one of them beside how it stands now. */
export default async function Saves({ params, searchParams }: Props) {
  const { documentId, sectionKey } = await params;
  const { text = null, return: back } = await searchParams;
  const path = `/documents/${documentId}/sections/${sectionKey}/saves`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadSaves(actor, { documentId, sectionKey, keptId: text }, new Date())), readFormReturn(actor.personId, back)]);
  const title = page.kept ? `${page.section.title}, as it stood on ${moment(page.kept.savedAt)}` : `Earlier saves of ${page.section.title}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="The earlier text has not been taken back" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: `${page.section.title}, ${page.title}`, href: page.address }, ...(page.kept ? [{ label: 'Earlier saves', href: path }, { label: clockTime(page.kept.savedAt) }] : [{ label: 'Earlier saves' }])]} />
      <PageHead title={title} lead={page.kept ? `Saved by ${page.kept.by ?? 'nobody: it was laid out'}. Words that have gone since are struck out, words that came since are underlined.` : 'Each is kept as it was. Open one to see what has changed since, and to take it back.'} />
      <Columns
        aside={
          <>
            {page.kept && <Sittings page={page} path={path} />}
            <SeenBy shares={page.shares} names={page.names} not="Earlier saves are seen by those who see the draft, and by nobody else." />
          </>
        }
      >
        {page.kept ? <Compared page={page} kept={page.kept} documentId={documentId} sectionKey={sectionKey} /> : <Sittings page={page} path={path} main />}
      </Columns>
    </Shell>
  );
}

function Compared({ page, kept, documentId, sectionKey }: { page: SavesPage; kept: NonNullable<SavesPage['kept']>; documentId: string; sectionKey: string }) {
  const isNow = kept.words === page.words;
  return (
    <Sheet heading={isNow ? 'It stands like this now' : 'From then to now'} id="h-compared">
      {page.words === '' && kept.words === '' ? <p className="soft">Nothing was written here then.</p> : <DocumentText text={page.words} since={kept.words} numbered={false} />}
      {!isNow && (
        <details className="more">
          <summary>The text as it stood then</summary>
          {kept.words === '' ? <p className="soft">Nothing was written here then.</p> : <DocumentText text={kept.words} numbered={false} />}
        </details>
      )}
      {!isNow && page.may && (
        <form action={takeBack} className="stack-s">
          <Hidden name="documentId" value={documentId} />
          <Hidden name="sectionKey" value={sectionKey} />
          <Hidden name="keptId" value={kept.id} />
          <Hidden name="againstVersion" value={String(page.againstVersion)} />
          <Hidden name="to" value={page.address} />
          <Hidden name="as" value={page.may.id} />
          <Button>Take this text back</Button>
          <p className="s soft">It becomes a new save. How the section stands now is kept with the others.</p>
        </form>
      )}
      {page.closed && <p className="s soft">{page.closed.because}</p>}
    </Sheet>
  );
}

function Sittings({ page, path, main = false }: { page: SavesPage; path: string; main?: boolean }) {
  if (page.sittings.length === 0) return <Empty fact="Nothing has been saved here yet">The first save is kept as soon as somebody writes.</Empty>;
  const list = (
    <ol className="bare stack-s" reversed>
      {page.sittings.map(({ last, begunAt, saves, by }) => (
        <li key={last.id}>
          {last.id === page.kept?.id ? <b>{moment(last.savedAt)}</b> : <a href={`${path}?text=${last.id}`}>{moment(last.savedAt)}</a>}{' '}
          <span className="s soft">
            {by ?? 'Laid out from earlier years'}
            {saves > 1 && `, ${saves} saves since ${clockTime(begunAt)}`}
          </span>
        </li>
      ))}
    </ol>
  );
  const words = (
    <>
      {list}
      {!page.all && <p className="s soft">Only the last thousand saves are listed.</p>}
    </>
  );
  return main ? (
    <Sheet heading="Saves" id="h-saves">
      {words}
    </Sheet>
  ) : (
    <Slip heading="Earlier saves" id="h-saves">
      {words}
    </Slip>
  );
}
