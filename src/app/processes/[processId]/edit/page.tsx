import { postName } from '@/domain/model';
import { partyTitle } from '@/domain/parties';
import { ruleWords } from '@/domain/processes/rule-words';
import type { StepDefinition } from '@/domain/processes/template';
import { faultsAt, type Fault, type ProcessPlace } from '@/domain/processes/template-faults';
import { groupingWords, PER, spanWords } from '@/domain/processes/compose/words';
import type { DraftPage } from '@/server/processes/load';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { WhoCanSee } from '@/ui/who-can-see';
import { move } from '../../actions';
import { Faults } from '../faults';
import { DraftFrame, openDraft, type DraftProps } from '../open-draft';
import { Over } from '../over';
import { AddStep } from './add-step';
import { PartsBeside } from './parts-beside';
import { PublishIt } from './publish-it';

export default async function EditProcess({ params, searchParams }: DraftProps) {
  const { processId } = await params;
  const path = `/processes/${processId}/edit`;
  const draft = await openDraft(path, processId, searchParams);
  const { page, returned } = draft;
  const { process, faults } = page;
  const { definition, version } = process;
  return (
    <DraftFrame draft={draft} path={path} title={`Edit ${definition.title}`} crumb="Edit" heading="The draft was not changed">
      <PageHead
        title={definition.title}
        lead={`Version ${version}, a draft. Change one thing at a time: each page is saved by itself, and what is wrong is named beside it.`}
        aside={<LinkButton href={`/processes/${processId}/dry-run`} kind="second">See its dates from a day 0</LinkButton>}
      />
      <Columns
        aside={
          <>
            <PublishIt page={page} />
            <Slip heading="Its shape" id="h-shape">
              <p className="s">
                {definition.steps.length} steps, {spanWords(definition.spans)}; {groupingWords(definition.grouping)}.
              </p>
              <ul className="bare s">
                <li>
                  <a href={`/processes/${processId}/shape`}>Title, length, groups and words</a>
                </li>
                <li>
                  <a href={`/processes/${processId}/phases`}>Phases and waves</a>
                </li>
              </ul>
            </Slip>
            <PartsBeside page={page} returned={returned} />
          </>
        }
      >
        {faults.length > 0 && <WhatIsWrong faults={faults} page={page} />}
        <Section id="h-steps" heading="Steps" count={definition.steps.length}>
          <Steps page={page} />
        </Section>
        <Sheet heading="Add a step" id="h-add">
          <AddStep page={page} returned={returned} />
        </Sheet>
        <WhoCanSee>the SLI coordinators of the region, until it is published. You compose it as {postName(page.as)}.</WhoCanSee>
      </Columns>
    </DraftFrame>
  );
}

function WhatIsWrong({ faults, page }: { faults: readonly Fault[]; page: DraftPage }) {
  return (
    <section className="fault-box" aria-labelledby="h-wrong">
      <h2 id="h-wrong">{faults.length === 1 ? 'One thing is to be mended before it can be published' : `${faults.length} things are to be mended before it can be published`}</h2>
      <ul>
        {faults.map(({ at: [place], says }) => {
          const href = addressOf(place, page.process.id);
          return <li key={says}>{href ? <a href={href}>{says}</a> : says}</li>;
        })}
      </ul>
    </section>
  );
}

function addressOf(place: ProcessPlace, id: string): string | null {
  if (place.is === 'process') return `/processes/${id}/shape`;
  if (place.is === 'phase' || place.is === 'wave') return `/processes/${id}/phases`;
  return `/processes/${id}/${place.is}s/${place.key}`;
}

/** By phase, in the order in which they are read; the small buttons change that order. */
function Steps({ page }: { page: DraftPage }) {
  const { phases, steps } = page.process.definition;
  const known = new Set(phases.map(({ key }) => key));
  const groups = [...phases.map(({ key, name }) => ({ name, of: steps.filter(({ phase }) => phase === key) })), { name: 'In no phase', of: steps.filter(({ phase }) => !known.has(phase)) }];
  return (
    <form action={move}>
      <Over page={page} />
      <table className="dt stackable tline">
        <caption className="vh">The steps by phase, with their order, who does each and when it is due</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" className="w-due">Falls to</th>
            <th scope="col" className="w-due">Due</th>
            <th scope="col" className="w-order">
              <span className="vh">Order</span>
            </th>
          </tr>
        </thead>
        {groups.map(({ name, of }) =>
          of.length === 0 ? null : (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={4}>{name}</th>
              </tr>
              {of.map((step, index) => (
                <StepRow key={step.key} step={step} page={page} isFirst={index === 0} isLast={index === of.length - 1} />
              ))}
            </tbody>
          ),
        )}
      </table>
    </form>
  );
}

function StepRow({ step, page: { process, faults }, isFirst, isLast }: { step: StepDefinition; page: DraftPage; isFirst: boolean; isLast: boolean }) {
  const { definition } = process;
  const due = ruleWords(step.due, definition);
  return (
    <tr>
      <th scope="row">
        <a href={`/processes/${process.id}/steps/${step.key}`}>{step.name}</a>
        <Faults says={faultsAt(faults, 'step', step.key)} />
      </th>
      <td data-label="Falls to">
        {step.who.map((party) => partyTitle(party, definition)).join(', ')}
        <span className="hint">{PER[step.per].said}</span>
      </td>
      <td data-label="Due">{due.charAt(0).toUpperCase() + due.slice(1)}</td>
      <td className="order">
        {!isFirst && <Button name="move" value={`step:${step.key}:up`} kind="second" size="small">↑<span className="vh"> Move {step.name} up</span></Button>}
        {!isLast && <Button name="move" value={`step:${step.key}:down`} kind="second" size="small">↓<span className="vh"> Move {step.name} down</span></Button>}
      </td>
    </tr>
  );
}
