import { shortHash } from '@/domain/annual-conversation-pack';
import { signerName } from '@/domain/documents/signers';
import type { Holding } from '@/domain/holding';
import { postName } from '@/domain/model';
import type { Required } from '@/domain/parties';
import { readFormReturn } from '@/server/form-return';
import { loadPaperSignature } from '@/server/documents/paper-signature/load';
import { requireActor } from '@/server/session';
import { loadConfirming } from '@/server/sign-in/load';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { Empty } from '@/ui/empty';
import { FileInput } from '@/ui/file-input';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Radios } from '@/ui/radios';
import { Sheet } from '@/ui/sheet';
import { WhoCanSee } from '@/ui/who-can-see';
import { ConfirmFirst } from '../../../confirm-first';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { record } from './actions';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function PaperSignaturePage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/documents/${documentId}/paper-signature`;
  const actor = await requireActor(path);
  const kept = (await searchParams).return;
  const [page, returned] = await Promise.all([orNotFound(() => loadPaperSignature(actor, documentId, new Date())), readFormReturn(actor.personId, kept)]);
  const confirming = page.confirmFirst ? { name: actor.name, ...(await loadConfirming(actor.personId)) } : null;
  const form = returned ? { returned } : {};
  const authority = page.place.authority?.name ?? page.place.region.name;
  const title = 'Record a signature given on paper';
  const open = page.version && page.signatories.length > 0;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path} {...form}>
      <FormReport {...form} heading="The signature has not been recorded" />
      <Crumbs items={[{ label: 'Cycle', href: `/cycles/${page.place.cycle.id}` }, { label: page.title }]} />
      <PageHead title={title} lead={`${page.title}, ${page.place.cycle.name} cycle. It is shown as a signature on paper, with the scan and with you as the one who recorded it; never as if they had signed here.`} />
      <Sheet>
        {!open || !page.version ? (
          <Empty fact="Nobody has yet to sign">{page.version ? `Everyone who must has signed version ${page.version.number}.` : 'It is not out for signature now.'}</Empty>
        ) : confirming ? (
          <>
            <h2 className="vh">Who records it</h2>
            <ConfirmFirst confirming={confirming} kept={kept} back={path} before="you record a signature" returned={returned} />
          </>
        ) : (
          <form action={record} className="stack">
            <Hidden name="as" value={page.capacity.id} />
            <Hidden name="documentId" value={documentId} />
            <Hidden name="versionId" value={page.version.id} />
            <Hidden name="contentHash" value={page.version.contentHash} />
            <p>
              Version {page.version.number}, mark <code>{shortHash(page.version.contentHash)}</code>. See that the page they signed bears this mark.
            </p>
            <Radios
              name="office"
              legend="Who signed?"
              options={page.signatories.flatMap(({ signer, holdings }) => choicesOf(signer, holdings, signerName(signer, authority, page.place.parties)))}
              {...form}
            />
            <FileInput name="scan" label="Scan of the signed page" hint="PDF, PNG or JPEG, at most 15 MB." accept=".pdf,.png,.jpg,.jpeg" {...form} />
            <WhoCanSee>the scan is kept with the document and seen by those who see the document.</WhoCanSee>
            <div className="btns">
              <Button>Record it as {postName(page.capacity)}</Button>
            </div>
          </form>
        )}
      </Sheet>
    </Shell>
  );
}

/** Whoever could have signed in that post: its holder, and whoever covers it. */
function choicesOf({ key }: Required, holdings: readonly Holding[], label: string) {
  if (holdings.length === 0) return [{ value: key, label, hint: 'Nobody holds this post now', disabled: true }];
  return holdings.map(({ personId, personName, cover }) => ({
    value: `${key}:${personId}`,
    label: cover ? `Acting ${label}` : label,
    hint: cover?.of ? `${personName}, for ${cover.of.name}` : personName,
  }));
}
