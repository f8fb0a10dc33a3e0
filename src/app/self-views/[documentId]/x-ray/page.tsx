import { nameAtStart, nameOf } from '@/domain/documents/facts';
import { groupedByRule } from '@/domain/self-views/x-ray-rules';
import { readFormReturn } from '@/server/form-return';
import { NotFound } from '@/server/not-found';
import { loadXRay, type SeenThrough } from '@/server/self-views/x-ray/load';
import { requireActor } from '@/server/session';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Slip } from '@/ui/slip';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { AskedWords } from '../asked-words';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function XRayPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/self-views/${documentId}/x-ray`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => seenThrough(() => loadXRay(actor, documentId, new Date()))), readFormReturn(actor.personId, (await searchParams).return)]);
  const title = `X-ray of ${page.authority}’s ${nameOf(page)} ${page.cycle}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="This is not kept" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: `${nameAtStart(page)} ${page.cycle}`, href: `/self-views/${documentId}` }, { label: 'X-ray before signature' }]} />
      <PageHead title={title} lead={<Lead page={page} />} />
      <Columns aside={<Margin page={page} />}>
        <ChildDataFound page={page} />
        {groupedByRule(page.findings, page.rules).map(({ kind, asks, found }) => (
          <Section key={kind} id={`h-${kind}`} heading={asks} count={found.length === 1 ? 'once' : `${found.length} times`}>
            <ul className="stack-s">
              {found.map(({ sentence, sectionKey, fieldKey, section }) => (
                <li key={`${sectionKey} ${fieldKey} ${sentence}`}>
                  {sentence}{' '}
                  <a className="nb" href={`/self-views/${documentId}/sections/${sectionKey}${fieldKey ? `#${fieldKey}` : ''}`}>
                    Go there<span className="vh">: {section}</span>
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        ))}
        {page.findings.length === 0 && (
          <Section id="h-none" heading="Nothing else stands out">
            <p>Every judgement has evidence, and nothing is left open.</p>
          </Section>
        )}
      </Columns>
    </Shell>
  );
}

async function seenThrough(load: () => Promise<SeenThrough | null>): Promise<SeenThrough> {
  const page = await load();
  if (!page) throw new NotFound();
  return page;
}

function Lead({ page: { version, findings } }: { page: SeenThrough }) {
  return (
    <>
      {version === null ? 'The text as it stands now' : `Version ${version}, which is out for signature`}: {findings.length === 1 ? 'one question' : `${findings.length} questions`} that a reader would ask. It is advice and stops nobody.
    </>
  );
}

function ChildDataFound({ page: { documentId, childData, confirmed } }: { page: SeenThrough }) {
  const said = confirmed > 0 && <p className="s soft">{confirmed === 1 ? 'One other place was' : `${confirmed} other places were`} looked at and {confirmed === 1 ? 'is' : 'are'} not about a child.</p>;
  if (childData.length === 0) {
    return (
      <Section id="h-child" heading="Does anything look like data about a child?">
        <p>Nothing does.</p>
        {said}
      </Section>
    );
  }
  return (
    <Section id="h-child" heading="What looks like data about a child" count={childData.length === 1 ? 'one place' : `${childData.length} places`}>
      <p>Nothing here may tell a reader who a child is. Take it out; or, where it is not about a child, say so, and you are not asked again for these words.</p>
      <ul className="stack">
        {childData.map((asked) => (
          <AskedWords key={`${asked.hash} ${asked.where}`} documentId={documentId} sectionKey={asked.sectionKey} fileId={asked.fileId} asked={asked} as={asked.as} from="x-ray" href={asked.fileId ? `/self-views/${documentId}/files#file-${asked.fileId}` : `/self-views/${documentId}/sections/${asked.sectionKey}#${asked.fieldKey}`} />
        ))}
      </ul>
      {said}
    </Section>
  );
}

function Margin({ page: { documentId, authority, unread } }: { page: SeenThrough }) {
  return (
    <>
      <Slip heading="Evidence files" id="h-files">
        <p>
          {unread.length > 0 && `The words of ${unread.length === 1 ? unread[0]!.name : `${unread.length} files`} could not be read. `}
          <a href={`/self-views/${documentId}/files`}>What was seen in the files</a>
        </p>
      </Slip>
      <Slip>
        <WhoCanSee>people who hold a post at {authority}, and those who sign among them. The region and the challengers never see it.</WhoCanSee>
      </Slip>
    </>
  );
}
