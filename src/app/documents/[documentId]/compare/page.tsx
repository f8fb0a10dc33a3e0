import type { ComparableText } from '@/domain/documents/texts-to-compare';
import { loadComparison, type ComparePage } from '@/server/documents/compare/load';
import { requireActor } from '@/server/session';
import { ChangedSections, summaryOf } from '@/ui/changed-sections';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { Empty } from '@/ui/empty';
import { PageHead } from '@/ui/page-head';
import { SeenBy } from '@/ui/seen-by';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { Toolbar } from '@/ui/toolbar';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ earlier?: string; later?: string; show?: string }>;
}

export default async function ComparePageRoute({ params, searchParams }: Props) {
  const { documentId } = await params;
  const { earlier, later, show } = await searchParams;
  const path = `/documents/${documentId}/compare`;
  const actor = await requireActor(path);
  const page = await orNotFound(() => loadComparison(actor, { documentId, earlier, later }, new Date()));
  const all = show === 'all';
  const { compared, place } = page;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={`${page.title}: what changed`} back={path}>
      <Crumbs items={[{ label: page.title, href: `/documents/${documentId}` }, { label: 'Compare' }]} />
      <PageHead title={`${page.title}: what changed`} lead={compared ? `From “${inSentence(compared.earlier)}” to “${inSentence(compared.later)}”.` : `${place.cycle.name} cycle.`} />
      {page.texts.length > 1 && <Chosen page={page} path={path} chosen={{ earlier: compared?.earlier.ref ?? earlier, later: compared?.later.ref ?? later }} all={all} />}
      {compared ? (
        <Columns aside={<Margin page={page} path={path} />}>
          <Sheet heading={all ? 'The whole text, with what changed' : 'What changed'} id="h-changes">
            <ChangedSections sections={compared.sections} none="The two texts say the same, word for word." all={all} />
          </Sheet>
        </Columns>
      ) : page.texts.length > 1 ? (
        <Empty fact="This is one and the same text">Choose two that are not the same.</Empty>
      ) : (
        <Empty fact="There is nothing to compare yet">A text is set beside another once it has been frozen: for review, for signature or when it is handed on.</Empty>
      )}
    </Shell>
  );
}

function Chosen({ page: { texts }, path, chosen, all }: { page: ComparePage; path: string; chosen: { earlier?: string; later?: string }; all: boolean }) {
  const options = texts.map(({ ref, label }) => ({ value: ref, label }));
  return (
    <Toolbar action={path} act="Compare">
      <Select name="earlier" label="This text" options={options} value={chosen.earlier} />
      <Select name="later" label="Beside this one" options={options} value={chosen.later} />
      <Select name="show" label="Show" options={[{ value: 'changed', label: 'What changed' }, { value: 'all', label: 'The whole text' }]} value={all ? 'all' : 'changed'} />
    </Toolbar>
  );
}

function Margin({ page, path }: { page: ComparePage; path: string }) {
  const { doc, lastYear, texts } = page;
  const { earlier, later, sections } = page.compared!;
  const changed = sections.filter(({ state }) => state !== 'same');
  const own = texts.filter(({ documentId }) => documentId === doc.id);
  return (
    <>
      <Slip heading={`${changed.length} of ${sections.length} sections differ`} id="h-differ">
        <ul className="bare stack-s">
          {changed.map((section) => (
            <li key={`${section.state} ${section.key}`}>
              <a href={`#changes-${section.state === 'removed' ? 'gone-' : ''}${section.key}`}>{section.title}</a> <span className="xs soft">{summaryOf(section)}</span>
            </li>
          ))}
        </ul>
      </Slip>
      {lastYear && own[0] && lastYear.ref !== earlier.ref && (
        <p className="s">
          <a href={`${path}?earlier=${encodeURIComponent(lastYear.ref)}&later=${encodeURIComponent(own[0].ref)}`}>Compare this year with last year</a>
        </p>
      )}
      <p className="s soft">
        Words that were added are underlined, words that were taken out are struck through. {earlier.documentId === later.documentId ? 'A section keeps its place by its key.' : 'Where the template has changed, sections meet by their title, or by the strengths and areas that go on in them.'} It prints as it stands here.
      </p>
      <SeenBy shares={page.shares} names={page.names} />
    </>
  );
}

const inSentence = ({ label }: ComparableText) => label.charAt(0).toLowerCase() + label.slice(1);
