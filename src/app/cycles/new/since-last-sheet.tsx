import { whatChanged } from '@/domain/processes/compose/what-changed';
import { listed } from '@/domain/processes/in-words';
import { datesBeside } from '@/domain/processes/dates-beside';
import { plural } from '@/domain/place-names';
import type { NewCycle } from '@/domain/processes/open-cycle';
import { sinceLast, type SameAndNew } from '@/domain/processes/since-last';
import type { OpeningPage, RolledFrom } from '@/server/cycles/opening/load';
import { DataTable } from '@/ui/data-table';
import { FullDay, fullDay } from '@/ui/day';
import { Sheet } from '@/ui/sheet';
import { SummaryList, type SummaryItem } from '@/ui/summary-list';
import { draftOf } from './draft-schedule';

interface SinceLastProps {
  page: OpeningPage;
  from: RolledFrom;
  cycle: NewCycle;
  /** With every date beside that of last time. */
  dates?: boolean;
}

/** What comes along from the cycle before, and what is otherwise. */
export function SinceLastSheet({ page, from, cycle, dates }: SinceLastProps) {
  return (
    <Sheet id="h-since" heading={`What is different from ${from.name}`}>
      <SummaryList items={[...authorities(page, from, cycle), ...arrangements(page, from, cycle), ...people(from), ...process(page, from), ...goesOn(page, from)]} />
      {dates && cycle.places.length > 0 && <DatesBeside page={page} from={from} cycle={cycle} />}
    </Sheet>
  );
}

function authorities({ facts }: OpeningPage, from: RolledFrom, cycle: NewCycle): SummaryItem[] {
  const { joined, left, withdrew } = sinceLast(facts, from, cycle);
  const gone: SummaryItem[] = withdrew.length > 0 ? [{ term: 'Withdrew', words: `${listed(withdrew)}, while ${from.name} ran. ${withdrew.length === 1 ? 'It is' : 'They are'} in this one only if you tick ${withdrew.length === 1 ? 'it' : 'them'}.` }] : [];
  if (facts.template.rounds) {
    const again = cycle.places.length - joined.length;
    return [{ term: 'Authorities', words: again === 0 ? `${joined.length}, none of which was in ${from.name}.` : `${joined.length} that ${joined.length === 1 ? 'was' : 'were'} not in ${from.name}, and ${again} again.` }];
  }
  if (joined.length + left.length === 0) return [{ term: 'Authorities', words: `The same ${cycle.places.length}.` }, ...gone];
  return [
    ...(joined.length > 0 ? [{ term: 'Joins', words: listed(joined) }] : []),
    ...(left.length > 0 ? [{ term: 'No longer takes part', words: listed(left.map(({ name, abolishedOn }) => (abolishedOn ? `${name} (abolished on ${fullDay(abolishedOn)})` : name))) }] : []),
    ...gone,
  ];
}

function arrangements({ facts }: OpeningPage, from: RolledFrom, cycle: NewCycle): SummaryItem[] {
  const { sets, leads, roles } = sinceLast(facts, from, cycle);
  return [
    ...(sets ? [{ term: plural(sets.word).replace(/^./, (letter) => letter.toUpperCase()), words: counted(sets) }] : []),
    ...(leads ? [{ term: 'Lead peer challengers', words: counted(leads) }] : []),
    ...roles.filter(({ same, fresh }) => same + fresh > 0).map((role) => ({ term: `Who is ${role.name} for whom`, words: counted(role) })),
  ];
}

function counted({ same, fresh }: SameAndNew): string {
  if (fresh === 0) return same === 0 ? 'None yet.' : `All ${same} as they were.`;
  return same === 0 ? `All ${fresh} new.` : `${fresh} new, ${same} as they were.`;
}

function people({ changedHands }: RolledFrom): SummaryItem[] {
  if (changedHands.length === 0) return [{ term: 'Directors', words: 'Every Director is the one who began that cycle.' }];
  return [
    {
      term: 'Changed hands',
      words: (
        <ul className="bare">
          {changedHands.map(({ postId, post, isVacant, since }) => (
            <li key={postId}>
              {post}: {isVacant ? 'vacant' : 'somebody else'} since <FullDay on={since} />
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

function process({ facts, templateId }: OpeningPage, from: RolledFrom): SummaryItem[] {
  if (templateId === from.templateId) return [{ term: 'Process', words: 'The same version.' }];
  const changes = whatChanged(from.schedule.template, facts.template).map(({ says }) => says);
  return [{ term: 'Process', words: changes.length === 0 ? 'A later version, which differs in nothing that is said here.' : <ul className="bare">{changes.map((change) => <li key={change}>{change}</li>)}</ul> }];
}

/** What each authority has left open needs nobody to carry it. */
function goesOn({ facts: { template } }: OpeningPage, { openActions: { actions, authorities } }: RolledFrom): SummaryItem[] {
  const places = [
    ...(template.steps.some(({ document }) => document === 'self-view') ? ['its self-view, with the strengths and areas of the years before,'] : []),
    ...(template.steps.some(({ document }) => document === 'action-plan') ? ['its action plan'] : []),
  ];
  if (places.length === 0) return [];
  const count = actions === 0 ? '' : `${actions} ${actions === 1 ? 'is' : 'are'} open in ${authorities === 1 ? 'one authority' : `${authorities} authorities`}. `;
  return [{ term: 'Unfinished actions', words: `${count}What an authority has left open stands in ${listed(places)} as soon as somebody writes there; nobody enters it again.` }];
}

function DatesBeside({ page, from, cycle }: Required<Pick<SinceLastProps, 'page' | 'from' | 'cycle'>>) {
  const rows = datesBeside(from.schedule, draftOf(cycle, page));
  return (
    <details className="fold">
      <summary>Every step’s first date beside that of {from.name}</summary>
      <DataTable
        columns={[{ name: 'Step' }, { name: from.name }, { name: cycle.name }]}
        rows={rows.map(({ key, step, was, is }) => ({ id: key, cells: [step, was ? <FullDay key="was" on={was} /> : 'No such step', <FullDay key="is" on={is} />] }))}
      />
    </details>
  );
}
