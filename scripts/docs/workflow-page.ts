import { partyName } from '@/domain/parties';
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

/** The page docs/workflow.md, printed from a process template. */
export function workflowPage(template: ProcessTemplateDefinition): string {
  return [
    '# Workflow',
    '',
    `Printed by \`npm run docs\` from \`prisma/reference/north-west-process.ts\`; a test holds the two together. Change the template, not this page.`,
    '',
    `**${template.title}.** Day 0: ${template.anchorName.charAt(0).toLowerCase()}${template.anchorName.slice(1)}. A cycle runs from ${-template.spans.from} days before day 0 to ${template.spans.to} days after it.`,
    '',
    ...template.waves.map((wave) => `- Forums of the ${wave.name} wave: ${wave.forumOffsets.map((offset, index) => `group ${index + 1} on day ${offset}`).join(', ')}.`),
    '',
    'A step opens when everything that it waits for is done or not needed, and no earlier than the day on which it opens. Its state is derived from facts and never stored. *(p)* marks days that the source leaves open.',
    '',
    '## What waits for what',
    '',
    ...diagram(template),
    '',
    '## Steps',
    '',
    ...template.phases.flatMap((phase) => phaseTable(template, phase)),
  ].join('\n');
}

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
    step.who.map(partyName).join(', '),
    step.opens ? ruleWords(step.opens, template) : '',
    `${ruleWords(step.due, template)}${step.proposed ? ' *(p)*' : ''}`,
    step.waitsFor.map(name).join('; '),
    step.signatories.map(partyName).join(', '),
    DONE[step.doneWhen],
  ];
}
