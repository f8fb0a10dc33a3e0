import { OFFICE_NAMES, postName } from '@/domain/model';
import { partyTitle } from '@/domain/parties';
import { listed } from '@/domain/processes/in-words';
import { dayWords, FOUND, groupingWords, LEADS_WORDS, PER, roundsWords, spanWords } from '@/domain/processes/compose/words';
import { canBeDated } from '@/domain/processes/template-faults';
import { NO_DATES, timelineOfProcess } from '@/domain/processes/timeline';
import { readFormReturn } from '@/server/form-return';
import { loadProcess, type ProcessPage } from '@/server/processes/load';
import { requireActor } from '@/server/session';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { SummaryList } from '@/ui/summary-list';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { TimelineKey, TimelineTable } from '../timeline-table';
import { ChangeIt } from './change-it';
import { Versions } from './versions';

interface Props {
  params: Promise<{ processId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function Process({ params, searchParams }: Props) {
  const { processId } = await params;
  const path = `/processes/${processId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadProcess(actor, processId)), readFormReturn(actor.personId, (await searchParams).return)]);
  const { process, as, faults } = page;
  const { definition, version, publishedAt, withdrawnAt } = process;
  const isOpen = publishedAt !== null && withdrawnAt === null;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={definition.title} returned={returned} back={path}>
      <FormReport returned={returned} heading="That did not happen" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: 'Processes', href: '/processes' }, { label: `${definition.title}, version ${version}` }]} />
      <PageHead
        title={definition.title}
        lead={definition.about || `${definition.steps.length} steps, counted from day 0: ${definition.anchorName}.`}
        aside={
          publishedAt || !as ? (
            <LinkButton href={`${path}/dry-run`} kind="second">See its dates from a day 0</LinkButton>
          ) : (
            <LinkButton href={`${path}/edit`}>Go on with this draft</LinkButton>
          )
        }
      />
      {!publishedAt && <p className="note">Version {version} is a draft. {faults.length > 0 ? `${faults.length === 1 ? 'One thing is' : `${faults.length} things are`} to be mended before it can be published.` : 'Nothing stands against publishing it.'}</p>}
      {withdrawnAt && <p className="note">Version {version} is withdrawn: no cycle is opened from it any more. Those that run by it go on.</p>}
      <Columns
        aside={
          <>
            <Facts page={page} />
            <Versions page={page} />
            {as && <ChangeIt page={page} as={as} returned={returned} isOpen={isOpen} />}
          </>
        }
      >
        <Sheet heading="Steps" id="h-steps">
          <TimelineTable template={definition} timeline={canBeDated(definition) ? timelineOfProcess(definition) : NO_DATES} href={({ key }) => `${path}/steps/${key}`} />
          <TimelineKey />
        </Sheet>
        {definition.papers.length > 0 && (
          <Sheet heading="Papers" id="h-papers">
            <SummaryList
              items={definition.papers.map((paper) => ({
                term: <a href={`${path}/papers/${paper.key}`}>{capital(paper.name)}</a>,
                words: `Written by the ${partyTitle(paper.by, definition)}, for ${PER[paper.per].said}. ${paper.sections.length === 1 ? 'One section' : `${paper.sections.length} sections`}.`,
              }))}
            />
          </Sheet>
        )}
        {definition.roles.length > 0 && (
          <Sheet heading="Roles" id="h-roles">
            <SummaryList
              items={definition.roles.map((role) => ({
                term: <a href={`${path}/roles/${role.key}`}>{capital(role.name)}</a>,
                words: `${role.each} for each authority, from another one: ${listed(role.offices.map((office) => OFFICE_NAMES[office]))}. Found: ${FOUND[role.found].name.toLowerCase()}.`,
              }))}
            />
          </Sheet>
        )}
        <WhoCanSee>{publishedAt ? `everyone who holds a post in the ${page.region}.` : `the SLI coordinators of the ${page.region}, until it is published.`}{as && ` You compose it as ${postName(as)}.`}</WhoCanSee>
      </Columns>
    </Shell>
  );
}

function Facts({ page: { process } }: { page: ProcessPage }) {
  const { anchorName, spans, grouping, leads, rounds, waves, words } = process.definition;
  return (
    <Slip heading="In short" id="h-short">
      <SummaryList
        tight
        items={[
          { term: 'Day 0', words: anchorName },
          { term: 'A cycle runs', words: spanWords(spans) },
          { term: 'Authorities', words: capital(groupingWords(grouping)) },
          ...(rounds ? [{ term: 'A cycle takes', words: capital(roundsWords({ rounds })) }] : []),
          { term: 'Lead peer challengers', words: capital(LEADS_WORDS[leads]) },
          ...(waves.length > 1 || waves[0]!.forumOffsets.some((offset) => offset !== 0)
            ? [{ term: `Days of the ${words.forum}`, words: waves.map(({ name, forumOffsets }) => `${name}: ${forumOffsets.length === 1 ? dayWords(forumOffsets[0]!) : `${listed(forumOffsets.map(String))} days from day 0`}`).join('; ') }]
            : []),
        ]}
      />
    </Slip>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
