import { loadCopy } from '@/server/copies/load';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { CopyText } from '@/ui/copy-text';
import { Crumbs } from '@/ui/crumbs';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';

/** A copy as a page for paper: the very structure that the Word file and the PDF are written from. */
export async function PrintPage({ documentId, number, path }: { documentId: string; number: number | null; path: string }) {
  const actor = await requireActor(path);
  const { copy } = await orNotFound(() => loadCopy(actor, { documentId, number, origin: env().NEXTAUTH_URL }, new Date()));
  const base = path.replace(/\/print$/, '');
  const title = `${copy.title}: for print`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path}>
      <div className="noprint">
        <Crumbs items={[{ label: copy.title, href: `/documents/${documentId}` }, { label: `${copy.version}, for print` }]} />
        <PageHead
          title={title}
          lead={
            <>
              Print this page from the browser’s menu. The same as a file: <a href={`${base}/word`}>Word</a>, <a href={`${base}/pdf`}>PDF</a>.
            </>
          }
        />
      </div>
      <Sheet as="article">
        <CopyText copy={copy} />
      </Sheet>
    </Shell>
  );
}
