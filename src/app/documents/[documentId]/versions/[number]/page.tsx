import { signersOf } from '@/domain/documents/signers';
import { loadVersion } from '@/server/documents/versions/load';
import { requireActor } from '@/server/session';
import { ChangedSections } from '@/ui/changed-sections';
import { Columns } from '@/ui/columns';
import { CopyLinks } from '@/ui/copy-links';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { DocumentSections } from '@/ui/document-sections';
import { DocumentSignatures } from '@/ui/document-signatures';
import { DocumentTitle } from '@/ui/document-title';
import { PageHead } from '@/ui/page-head';
import { SeenBy } from '@/ui/seen-by';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { Toolbar } from '@/ui/toolbar';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';

interface Props {
  params: Promise<{ documentId: string; number: string }>;
  searchParams: Promise<{ with?: string }>;
}

export default async function VersionPage({ params, searchParams }: Props) {
  const { documentId, number } = await params;
  const beside = numberIn((await searchParams).with);
  const path = `/documents/${documentId}/versions/${number}`;
  const actor = await requireActor(path);
  const page = await orNotFound(() => loadVersion(actor, { documentId, number: numberIn(number) ?? 0, beside }, new Date()));
  const { doc, place, version, compared } = page;
  const name = `Version ${version.number}`;
  const title = compared ? `${page.title}: what changed from version ${compared.earlier.number} to ${compared.later.number}` : `${page.title}: version ${version.number}`;
  const others = page.versions.filter(({ id }) => id !== version.id).toReversed();
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path}>
      <Crumbs items={[{ label: page.title, href: `/documents/${documentId}` }, ...(compared ? [{ label: name, href: path }, { label: `With version ${beside}` }] : [{ label: name }])]} />
      <PageHead
        title={title}
        lead={
          <>
            {place.cycle.name} cycle. {name} was frozen on <Moment at={version.createdAt} />
            {version.id === doc.versions.at(-1)?.id ? ' and is the latest.' : '.'}
          </>
        }
      />
      {others.length > 0 && (
        <Toolbar action={path} act="Compare">
          <Select name="with" label={`Set version ${version.number} beside`} value={beside ? String(beside) : ''} options={others.map((other) => ({ value: String(other.number), label: `Version ${other.number}` }))} />
        </Toolbar>
      )}
      <Columns
        aside={
          <>
            <Slip heading="Versions" id="h-versions">
              <ol className="bare stack-s" reversed>
                {page.versions.toReversed().map((each) => (
                  <li key={each.id}>
                    {each.id === version.id ? <b>Version {each.number}</b> : <a href={`/documents/${documentId}/versions/${each.number}`}>Version {each.number}</a>}{' '}
                    <span className="xs soft">
                      <Moment at={each.createdAt} />
                    </span>
                  </li>
                ))}
              </ol>
              <p>
                <a href={`/documents/${documentId}/compare?later=v${version.number}`}>Compare it with the draft, another version or last year</a>
              </p>
              <p>
                <a href={`/documents/${documentId}/activity`}>What happened with it</a>
              </p>
            </Slip>
            <p className="xs soft">
              The text of version {version.number} has the SHA-256 <code>{version.contentHash.slice(0, 12)}</code>. Another word, another mark.
            </p>
            <CopyLinks base={path} of={`${page.title}, version ${version.number}`} />
            <SeenBy shares={page.shares} names={page.names} />
          </>
        }
      >
        {compared ? (
          <Sheet heading={`From version ${compared.earlier.number} to version ${compared.later.number}`} id="h-changes">
            <ChangedSections sections={compared.sections} none="The two versions say the same, word for word." />
          </Sheet>
        ) : (
          <Sheet as="article">
            <DocumentTitle>{page.title}</DocumentTitle>
            <DocumentSections sections={page.text} />
          </Sheet>
        )}
        {signersOf(doc).length > 0 && (
          <Sheet heading={`Signatures on version ${version.number}`} id="h-signatures">
            <DocumentSignatures doc={doc} at={place.authority?.name ?? place.region.name} names={place.parties} versionId={version.id} />
            <p className="s">
              <a href={`/documents/${documentId}/ledger`}>The record of its signatures</a>
            </p>
          </Sheet>
        )}
      </Columns>
    </Shell>
  );
}

function numberIn(text: string | undefined): number | null {
  return text && /^\d{1,6}$/.test(text) ? Number(text) : null;
}
