import { writersOfSection } from '@/domain/papers/parts';
import { partyTitle } from '@/domain/parties';
import { faultsAt } from '@/domain/processes/template-faults';
import { PER } from '@/domain/processes/compose/words';
import type { PaperDefinition, ProcessTemplateDefinition } from '@/domain/processes/template';
import { readFormReturn } from '@/server/form-return';
import { loadProcess, type DraftPage } from '@/server/processes/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { addSection, changePaper, moveSection } from '../../../actions';
import { Faults } from '../../faults';
import { Over } from '../../over';
import { partIsGone } from '../../part-is-gone';
import { RemovePart } from '../../remove-part';
import { PaperHeadFields } from '../paper-head-fields';
import { SectionText } from './section-text';

interface Props {
  params: Promise<{ processId: string; paperKey: string }>;
  searchParams: Promise<{ return?: string }>;
}

/** One paper: what it is and its sections, to be altered while the version is a draft. */
export default async function Paper({ params, searchParams }: Props) {
  const { processId, paperKey } = await params;
  const process = `/processes/${processId}`;
  const path = `${process}/papers/${paperKey}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadProcess(actor, processId)), readFormReturn(actor.personId, (await searchParams).return)]);
  const { definition, version, publishedAt } = page.process;
  const paper = definition.papers.find(({ key }) => key === paperKey);
  if (!paper) partIsGone(process, (await searchParams).return);
  const draft = publishedAt === null && page.as ? { process: page.process, as: page.as } : null;
  const title = paper.name.charAt(0).toUpperCase() + paper.name.slice(1);
  const form = returned ? { returned } : {};
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="The paper was not changed" />
      <Crumbs items={[{ label: 'Processes', href: '/processes' }, { label: `${definition.title}, version ${version}`, href: draft ? `${process}/edit` : process }, { label: title }]} />
      <PageHead title={title} lead={`Written by the ${partyTitle(paper.by, definition)}, one for ${PER[paper.per].said}. ${askedBy(paper, definition)}`} />
      <div className="stack-l">
        <Faults says={faultsAt(page.faults, 'paper', paper.key)} />
        {draft ? (
          <>
            <Sections page={draft} paper={paper} />
            <form action={addSection} className="rowof">
              <Over page={draft} />
              <Hidden name="paper" value={paper.key} />
              <TextInput name="new-title" label="Another section" width="m" maxLength={160} {...form} />
              <Button kind="second">Add the section</Button>
            </form>
            <Sheet heading="What it is" id="h-head">
              <form action={changePaper} className="stack">
                <Over page={draft} part={{ is: 'paper', key: paper.key }} />
                <Hidden name="key" value={paper.key} />
                <PaperHeadFields paper={paper} template={definition} {...form} />
                <Button>Save the paper</Button>
              </form>
            </Sheet>
            <RemovePart page={draft} part={{ is: 'paper', key: paper.key }} name={paper.name} what="paper" />
          </>
        ) : (
          <>
            {paper.sections.map((section) => (
              <Sheet key={section.key} heading={section.title} id={`h-${section.key}`}>
                <SectionText section={section} />
              </Sheet>
            ))}
            <WhoCanSee>everyone who holds a post in the {page.region} sees what the paper asks; what is written in one is seen by whoever it is opened to.</WhoCanSee>
          </>
        )}
      </div>
    </Shell>
  );
}

function askedBy({ key }: PaperDefinition, { steps }: ProcessTemplateDefinition): string {
  const asking = steps.filter(({ paper }) => paper === key).map(({ name }) => `“${name}”`);
  return asking.length === 0 ? 'No step asks for it yet: choose it where a step says when it is done.' : `Asked for by ${asking.join(', ')}.`;
}

/** The sections in their order; the small buttons change it. */
function Sections({ page, paper }: { page: Pick<DraftPage, 'process' | 'as'>; paper: PaperDefinition }) {
  const { definition, id } = page.process;
  return (
    <Sheet heading="Its sections" id="h-sections">
      <form action={moveSection}>
        <Over page={page} />
        <Hidden name="paper" value={paper.key} />
        <table className="dt stackable">
          <caption className="vh">The sections of the paper in their order</caption>
          <thead>
            <tr>
              <th scope="col">Section</th>
              <th scope="col">Asks</th>
              <th scope="col">Written by</th>
              <th scope="col"><span className="vh">Order</span></th>
            </tr>
          </thead>
          <tbody>
            {paper.sections.map((section, index) => (
              <tr key={section.key}>
                <th scope="row">
                  <a href={`/processes/${id}/papers/${paper.key}/sections/${section.key}`}>{section.title}</a>
                </th>
                <td data-label="Asks">{section.fields.length === 1 ? 'One question' : `${section.fields.length} questions`}</td>
                <td data-label="Written by">{partyTitle(writersOfSection(paper, section.key)[0]!, definition)}</td>
                <td className="order">
                  {index > 0 && <Button name="move" value={`section:${section.key}:up`} kind="second" size="small">↑<span className="vh"> Move {section.title} up</span></Button>}
                  {index < paper.sections.length - 1 && <Button name="move" value={`section:${section.key}:down`} kind="second" size="small">↓<span className="vh"> Move {section.title} down</span></Button>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </form>
    </Sheet>
  );
}
