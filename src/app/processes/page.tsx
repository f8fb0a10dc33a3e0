import { listProcesses, type ProcessLine } from '@/server/processes/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { FullDayAt } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../or-not-found';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';

export default async function Processes({ searchParams }: { searchParams: Promise<{ return?: string }> }) {
  const path = '/processes';
  const actor = await requireActor(path);
  const [{ processes, as }, returned] = await Promise.all([orNotFound(() => listProcesses(actor)), readFormReturn(actor.personId, (await searchParams).return)]);
  const groups = [
    { id: 'h-use', heading: 'In use here', of: processes.filter((one) => isInUse(one)), empty: 'No cycle has been opened yet.' },
    { id: 'h-own', heading: 'The region’s own, not in use yet', of: processes.filter((one) => !isInUse(one) && !isGone(one) && one.origin === 'own'), empty: null },
    { id: 'h-practice', heading: 'From the practice of the regions', of: processes.filter((one) => !isInUse(one) && !isGone(one) && one.origin !== 'own'), empty: null },
    { id: 'h-gone', heading: 'Withdrawn', of: processes.filter(isGone), empty: null },
  ];
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title="Processes" returned={returned} back={path}>
      <FormReport returned={returned} heading="The process was not changed" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: 'Processes' }]} />
      <PageHead
        title="Processes"
        lead="A process says which steps a cycle has, who does each, and by when. A cycle runs by the version from which it was opened."
        aside={as ? <LinkButton href="/processes/new" kind="second">Make a new one</LinkButton> : undefined}
      />
      <div className="stack-l">
        {groups.map(({ id, heading, of, empty }) =>
          of.length === 0 && empty === null ? null : (
            <Section key={id} id={id} heading={heading} count={of.length || undefined}>
              {of.length === 0 ? (
                <Empty fact={empty!}>Open one from a process below.</Empty>
              ) : (
                <ul className="tasks">
                  {of.map((process) => (
                    <Line key={`${process.region}|${process.key}`} process={process} />
                  ))}
                </ul>
              )}
            </Section>
          ),
        )}
        <WhoCanSee>everyone who holds a post in the region sees what is published. A draft is seen by its SLI coordinators alone.</WhoCanSee>
      </div>
    </Shell>
  );
}

const isInUse = ({ cycles, current, draft }: ProcessLine) => cycles.length > 0 && Boolean(current ?? draft);
const isGone = ({ current, draft, withdrawn }: ProcessLine) => !current && !draft && Boolean(withdrawn);

function Line({ process }: { process: ProcessLine }) {
  const { title, about, steps, origin, current, draft, withdrawn, cycles } = process;
  const shown = current ?? draft ?? withdrawn!;
  return (
    <li className="task">
      <div>
        <h3>
          <a href={`/processes/${shown.id}`}>{title}</a>
        </h3>
        <p>
          {about ? `${firstSentence(about)} ` : ''}
          {steps} {steps === 1 ? 'step' : 'steps'}.{cycles.length > 0 && ` ${cycleWords(cycles)}`}
        </p>
      </div>
      <div className="when">
        {current ? <StatusTag state="accepted">Version {current.version}</StatusTag> : withdrawn && <StatusTag state="not-needed">Withdrawn</StatusTag>}
        <span className="d">{origin === 'own' ? current && <FullDayAt at={current.publishedAt} /> : 'Comes with Critical Friend'}</span>
      </div>
      <div className="go">{draft && <a href={`/processes/${draft.id}/edit`}>Go on with the draft<span className="vh"> of version {draft.version} of {title}</span></a>}</div>
    </li>
  );
}

function cycleWords(cycles: ProcessLine['cycles']): string {
  const said = cycles.map(({ version, open, closed }) => {
    const [running, over] = [open > 0 ? `${open} ${open === 1 ? 'cycle runs' : 'cycles run'}` : '', closed > 0 ? `${closed} ran` : ''];
    return `${[running, over].filter(Boolean).join(' and ')} by version ${version}`;
  });
  return `${said.join('; ')}.`;
}

const firstSentence = (words: string) => /^.*?[.!?](?=\s|$)/s.exec(words)?.[0] ?? words;
