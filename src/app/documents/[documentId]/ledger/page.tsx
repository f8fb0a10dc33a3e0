import { documentAddress } from '@/domain/documents/address';
import { loadSignatureLedger } from '@/server/documents/signature-ledger/load';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { Empty } from '@/ui/empty';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { LedgerTable } from './ledger-table';

interface Props {
  params: Promise<{ documentId: string }>;
}

/** Who signed what text, in which post, for whom, when and how; why it was declined, taken back or no longer counts. Nothing leaves it. */
export default async function SignatureLedgerPage({ params }: Props) {
  const { documentId } = await params;
  const path = `/documents/${documentId}/ledger`;
  const actor = await requireActor(path);
  const page = await orNotFound(() => loadSignatureLedger(actor, documentId, new Date()));
  const title = `${page.title}: the record of its signatures`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path}>
      <Crumbs items={[{ label: page.title, href: documentAddress(page.doc) }, { label: 'Signatures' }]} />
      <PageHead
        title={title}
        lead={`${page.place.cycle.name} cycle, oldest first. Each signature is for one exact text, which stays readable. A signature that no longer counts stays here, with the reason.${page.whole ? '' : ' You see the signatures on the versions that you may read.'}`}
      />
      <Sheet id="h-record" heading="What was signed, by whom and how" gap={false}>
        {page.lines.length === 0 ? <Empty fact="Nothing has been signed yet">What is put out, signed, declined or taken back will stand here.</Empty> : <LedgerTable documentId={documentId} lines={page.lines} />}
      </Sheet>
      <p className="s soft mt-s5">
        Each line is sealed into one chain with everything else that happened in the region: whoever looks after this installation can check with <code>npm run verify</code> that nothing in it was changed, taken away or added since.
      </p>
    </Shell>
  );
}
