import { authorshipSentence } from '@/domain/authorship';
import { nameAtStart, nameOf } from '@/domain/documents/facts';
import { unseenSentence } from '@/domain/file-reading';
import { postName } from '@/domain/model';
import { loadEvidenceFiles, type FileLine } from '@/server/evidence/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { takeNamesOut } from '../actions';
import { AskedWords } from '../asked-words';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function EvidenceFilesPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/self-views/${documentId}/files`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadEvidenceFiles(actor, documentId, new Date())), readFormReturn(actor.personId, (await searchParams).return)]);
  const title = `Evidence files of ${page.authority}’s ${nameOf(page.doc)} ${page.cycle}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="The file stays as it is" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: `${nameAtStart(page.doc)} ${page.cycle}`, href: `/self-views/${documentId}` }, { label: 'Evidence files' }]} />
      <PageHead title={title} lead="What was seen in each file when it was given. Nothing in it may tell a reader who a child is." />
      {page.files.length === 0 ? (
        <Empty fact="No files yet">A file is given with its evidence, in the section that it belongs to.</Empty>
      ) : (
        page.files.map((file) => <OneFile key={file.id} file={file} documentId={documentId} />)
      )}
      <WhoCanSee>people who hold a post at {page.authority}. Whom a file names is shown to those who write the section alone.</WhoCanSee>
    </Shell>
  );
}

function OneFile({ file, documentId }: { file: FileLine; documentId: string }) {
  const { reading, confirmed } = file;
  const asked = reading?.found.filter(({ hash }) => !confirmed.has(hash)) ?? [];
  const settled = (reading?.found.length ?? 0) - asked.length;
  const href = `/documents/${documentId}/files/${file.id}`;
  return (
    <Sheet heading={file.name} id={`file-${file.id}`}>
      <p className="s">
        {mark(file, asked.length + (reading?.more ?? 0))} <a href={href}>Open it</a> · <a href={`/self-views/${documentId}/sections/${file.sectionKey}#evidence`}>{file.section}</a> ·{' '}
        <span className="soft">
          given on <Moment at={file.uploadedAt} />
        </span>
      </p>
      {!reading && <p>It was given before files were looked into. Look yourself that no child can be known from it, or give it again.</p>}
      {reading && unseenSentence(reading) && <p>{unseenSentence(reading)}</p>}
      {asked.length > 0 && (
        <ul className="stack">
          {asked.map((one) => (
            <AskedWords key={`${one.hash} ${one.where}`} documentId={documentId} sectionKey={file.sectionKey} fileId={file.id} asked={one} as={file.as} from="files" href={href} />
          ))}
        </ul>
      )}
      {reading && reading.more > 0 && <p>{reading.more === 1 ? 'One more place like these is' : `${reading.more} more places like these are`} not listed.</p>}
      {settled > 0 && (
        <p className="s soft">
          {settled === 1 ? 'One place was' : `${settled} places were`} looked at and {settled === 1 ? 'is' : 'are'} not about a child ({[...new Set(reading!.found.flatMap(({ hash }) => confirmed.get(hash)?.by ?? []))].join(', ')}).
        </p>
      )}
      <Makers file={file} documentId={documentId} />
    </Sheet>
  );
}

function mark({ reading }: FileLine, asked: number) {
  if (asked > 0) return <StatusTag state="late">{asked === 1 ? 'One place to look at' : `${asked} places to look at`}</StatusTag>;
  return reading?.outcome === 'read' ? <StatusTag state="done">Looked into</StatusTag> : <StatusTag state="waiting">Not read</StatusTag>;
}

/** Whom the file names, for those who gave it, and the way to take the names out. */
function Makers({ file, documentId }: { file: FileLine; documentId: string }) {
  const sentence = file.reading && authorshipSentence(file.reading.authorship);
  if (file.cleanedAt && !sentence) {
    return (
      <p className="s soft">
        The names of those who made it were taken out on <Moment at={file.cleanedAt} />.
      </p>
    );
  }
  if (!sentence || !file.as) return null;
  return (
    <div className="stack-s">
      <p>
        {sentence} {file.names && file.names.because}
      </p>
      {!file.names && (
        <form action={takeNamesOut}>
          <Hidden name="as" value={file.as.id} />
          <Hidden name="documentId" value={documentId} />
          <Hidden name="sectionKey" value={file.sectionKey} />
          <Hidden name="fileId" value={file.id} />
          <Button kind="second" size="small">
            Take this out of the file<span className="vh"> {file.name}, as {postName(file.as)}</span>
          </Button>
        </form>
      )}
    </div>
  );
}
