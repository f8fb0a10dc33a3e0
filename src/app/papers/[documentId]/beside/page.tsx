import { loadBesidePage, type BesidePapersPage } from '@/server/papers/beside/load';
import { requireActor } from '@/server/session';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { DocumentText } from '@/ui/document-text';
import { PageHead } from '@/ui/page-head';
import { SeenBy } from '@/ui/seen-by';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ documentId: string }>;
}

export default async function BesidePage({ params }: Props) {
  const { documentId } = await params;
  const path = `/papers/${documentId}/beside`;
  const actor = await requireActor(path);
  const page = await orNotFound(() => loadBesidePage(actor, documentId, new Date()));
  const { papers, sections, agreement, place, doc } = page;
  const whole = page.title.replace(/ by .*$/, '');
  const title = `${whole}, side by side`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back={path}>
      <Crumbs items={[...(place.authority ? [{ label: place.authority.name, href: `/authorities/${place.authority.slug}?cycle=${place.cycle.id}` }] : []), { label: page.title, href: `/papers/${documentId}` }, { label: 'Side by side' }]} />
      <PageHead title={title} lead={`${place.cycle.name} cycle. ${summary(page)}`} aside={agreement.of > 0 && <StatusTag state={agreement.agree === agreement.of ? 'done' : 'comments'}>{`${agreement.agree} of ${agreement.of} agree`}</StatusTag>} />
      <Columns
        aside={
          <>
            <Slip heading="Each by itself" id="h-each">
              <ul className="bare stack-s">
                {papers.map(({ id, by, version }) => (
                  <li key={id}>
                    <a href={`/papers/${id}`}>By {by}</a> <span className="xs soft">version {version.number}</span>
                  </li>
                ))}
              </ul>
            </Slip>
            <SeenBy shares={page.shares} names={page.names} />
          </>
        }
      >
        {sections.map((section) => (
          <SectionBeside key={section.key} section={section} documentId={doc.id} />
        ))}
      </Columns>
    </Shell>
  );
}

function summary({ papers, agreement }: BesidePapersPage): string {
  const by = papers.map((paper) => paper.by);
  const whom = `${by.slice(0, -1).join(', ')} and ${by.at(-1)}`;
  return agreement.of === 0 ? `What ${whom} wrote.` : `${whom} gave the same rating on ${agreement.agree} of ${agreement.of}.`;
}

function SectionBeside({ section: { key, title, ratings, texts } }: { section: BesidePapersPage['sections'][number]; documentId: string }) {
  return (
    <Sheet heading={title} id={`h-${key}`}>
      {ratings.map(({ label, given, agree }) => (
        <div className="stack-s" key={label}>
          {label !== title && <h3>{label}</h3>}
          <dl className="beside">
            {given.map(({ by, words }) => (
              <div key={by}>
                <dt className="s soft">{by}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          {agree !== null && <p>{agree ? <StatusTag state="done">They agree</StatusTag> : <StatusTag state="comments">They differ</StatusTag>}</p>}
        </div>
      ))}
      {texts.map(({ label, said }) => (
        <div className="stack-s" key={label}>
          {label !== title && <h3>{label}</h3>}
          <div className="beside">
            {said.map(({ by, text }) => (
              <div key={by} className="stack-s">
                <p className="s soft">{by}</p>
                {text === '' ? <p className="soft s">Nothing was written here.</p> : <DocumentText text={text} numbered={false} headings={4} />}
              </div>
            ))}
          </div>
        </div>
      ))}
    </Sheet>
  );
}
