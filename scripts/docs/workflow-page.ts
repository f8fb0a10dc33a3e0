import { partyName } from '@/domain/parties';
import { readerName } from '@/domain/processes/compose/words';
import { ruleWords } from '@/domain/processes/rule-words';
import type { ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';

const PER: Record<StepDefinition['per'], string> = { region: 'the region', wave: 'each wave', group: 'each group', 'task-group': 'each task and finish group', authority: 'each authority' };

const DONE: Record<StepDefinition['doneWhen'], string> = {
  'cycle-opened': 'the cycle is opened',
  'put-for-signature': 'its text is put out for signature',
  signed: 'every signatory has signed the same text',
  submitted: 'it is submitted',
  accepted: 'the region has accepted it',
  agreed: 'it is agreed',
  issued: 'it is issued',
  'pack-read': 'the authority has opened it',
  prepared: 'a preparation is written',
  'forum-held': 'the session has ended',
  'sent-for-comment': 'it is sent for comment',
  'made-final': 'it is made final',
  released: 'it is released',
  'plan-written': 'the plan is put forward',
  'plan-reviewed': 'an action is reviewed',
  'signed-off': 'the Board has signed it off',
  'handed-over': 'it is handed over',
  read: 'everyone who was to read it has opened it',
  assigned: 'everyone whom the role asks for was found',
  recorded: 'it is recorded',
};

interface Shipped {
  key: string;
  definition: ProcessTemplateDefinition;
}

const PRINTED = 'Printed by `npm run docs` from `prisma/reference/processes/`; a test holds the two together. Change the templates, not this page.';

/** Every page that is printed from the processes, by its path: docs/workflow.md, and one for each process. */
export function workflowPages(processes: readonly Shipped[]): Record<string, string> {
  return { 'docs/workflow.md': listOf(processes), ...Object.fromEntries(processes.map(({ key, definition }) => [`docs/workflow/${key}.md`, workflowPage(definition)])) };
}

function listOf(processes: readonly Shipped[]): string {
  return [
    '# Workflow',
    '',
    PRINTED,
    '',
    'What waits for what, in each process that every region begins with. A step opens when everything that it waits for is done or not needed, and no earlier than the day on which it opens. Its state is derived from facts and never stored.',
    '',
    '| Process | What it is | Steps | Papers | Other authorities’ parts |',
    '|---|---|---|---|---|',
    ...processes.map(({ key, definition }) => `| [${definition.title}](workflow/${key}.md) | ${definition.about} | ${definition.steps.length} | ${definition.papers.length} | ${partsOf(definition)} |`),
    '',
  ].join('\n');
}

function partsOf({ leads, roles }: ProcessTemplateDefinition): string {
  return [...(leads === 'none' ? [] : ['lead peer challenger']), ...roles.map(({ name, each }) => (each === 1 ? name : `${name} (${each})`))].join(', ');
}

function workflowPage(template: ProcessTemplateDefinition): string {
  return [
    `# ${template.title}`,
    '',
    PRINTED,
    '',
    template.about,
    '',
    `Day 0: ${template.anchorName.charAt(0).toLowerCase()}${template.anchorName.slice(1)}. A ${template.words.cycle} runs from ${-template.spans.from} days before day 0 to ${template.spans.to} days after it. *(p)* marks what the source leaves open.`,
    '',
    ...(hangsOnForum(template) ? template.waves : []).map((wave) => `- ${capital(template.words.forum)}, ${wave.name}: ${wave.forumOffsets.map((offset, index) => (wave.forumOffsets.length === 1 ? `day ${offset}` : `${template.words.group} ${index + 1} on day ${offset}`)).join(', ')}.`),
    '',
    '## What waits for what',
    '',
    ...diagram(template),
    '',
    '## Steps',
    '',
    ...template.phases.flatMap((phase) => phaseTable(template, phase)),
    ...papersTable(template),
  ].join('\n');
}

/** Who writes each paper, and who reads it from which step on. */
function papersTable(template: ProcessTemplateDefinition): string[] {
  const { papers, steps } = template;
  if (papers.length === 0) return [];
  const opened = (key: string) => steps.filter((step) => step.paper === key && step.opensTo?.length).map((step) => `${step.opensTo!.map((reader) => readerName(reader, template)).join(', ')} (${step.name.charAt(0).toLowerCase()}${step.name.slice(1)})`);
  const writers = ({ by, sectionsBy }: ProcessTemplateDefinition['papers'][number]) => [...new Set([by, ...Object.values(sectionsBy)])].map((party) => partyName(party, template)).join(', ');
  return [
    '## Papers',
    '',
    '| Paper | For | Written by | Opened to |',
    '|---|---|---|---|',
    ...papers.map((paper) => `| ${[capital(paper.name), PER[paper.per], writers(paper), opened(paper.key).join('; ')].join(' | ')} |`),
    '',
  ];
}

const hangsOnForum = ({ steps }: ProcessTemplateDefinition) => steps.some(({ due, opens }) => [due, opens].some((rule) => rule?.from === 'forum' || rule?.from === 'wave'));

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function diagram({ phases, steps }: ProcessTemplateDefinition): string[] {
  return [
    '```mermaid',
    'flowchart TD',
    ...phases.flatMap((phase) => [
      `  subgraph ${phase.key}["${phase.name}"]`,
      ...steps.filter((step) => step.phase === phase.key).map((step) => `    ${step.key}["${step.name}"]`),
      '  end',
    ]),
    ...steps.flatMap((step) => step.waitsFor.map((key) => `  ${key} --> ${step.key}`)),
    '```',
  ];
}

function phaseTable(template: ProcessTemplateDefinition, phase: { key: string; name: string }): string[] {
  const steps = template.steps.filter((step) => step.phase === phase.key);
  return [
    `### ${phase.name}`,
    '',
    '| # | Step | For | Who | Opens | Due | Waits for | Signed by | Done when |',
    '|---|---|---|---|---|---|---|---|---|',
    ...steps.map((step) => `| ${cells(template, step).join(' | ')} |`),
    '',
  ];
}

function cells(template: ProcessTemplateDefinition, step: StepDefinition): string[] {
  const name = (key: string) => template.steps.find((other) => other.key === key)!.name;
  return [
    step.number,
    step.name,
    PER[step.per],
    step.who.map((party) => partyName(party, template)).join(', '),
    step.opens ? ruleWords(step.opens, template) : '',
    `${ruleWords(step.due, template)}${step.proposed ? ' *(p)*' : ''}`,
    step.waitsFor.map(name).join('; '),
    step.signatories.map((party) => partyName(party, template)).join(', '),
    DONE[step.doneWhen],
  ];
}
