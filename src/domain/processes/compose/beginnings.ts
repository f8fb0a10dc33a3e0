// What a new part of a process holds before anyone has chosen: what it is most often, so that a first version stands after a few choices.
import type { Party } from '../../parties';
import { processTemplate, type Grouping, type PaperDefinition, type ProcessTemplateDefinition, type RoleDefinition, type StepDefinition } from '../template';
import { keyFor, keysOf } from './keys';

export interface NewProcess {
  title: string;
  grouping: Grouping;
  anchorName: string;
}

/** A process from nothing: three phases, one wave, and the step with which every cycle begins. */
export function newProcess({ title, grouping, anchorName }: NewProcess): ProcessTemplateDefinition {
  return processTemplate.parse({
    title,
    anchorName,
    grouping,
    leads: grouping.is === 'standing' ? 'in-turn' : 'none',
    words: grouping.is === 'made' ? { group: grouping.word, forum: 'meeting' } : grouping.is === 'one' ? { forum: 'meeting' } : {},
    spans: { from: -90, to: 180 },
    phases: [
      { key: 'before', name: 'Before' },
      { key: 'on-the-day', name: 'On the day' },
      { key: 'after', name: 'After' },
    ],
    waves: [{ key: 'all', name: 'All', forumOffsets: [0] }],
    steps: [
      {
        key: 'open-cycle',
        name: 'Cycle opened',
        act: 'Open the cycle',
        heading: ['Cycle', 'opened'],
        phase: 'before',
        per: 'region',
        who: ['sli-coordinator'],
        due: { from: 'anchor', offset: -90 },
        doneWhen: 'cycle-opened',
        onBoard: false,
      },
    ],
  });
}

export interface NewStep {
  name: string;
  phase?: string;
  per?: StepDefinition['per'];
}

/** Due on day 0, in the last phase, recorded by hand by whoever it most likely falls to. */
export function newStep(template: ProcessTemplateDefinition, { name, phase, per = 'authority' }: NewStep): StepDefinition {
  return {
    key: keyFor(name, keysOf(template.steps)),
    number: '',
    name,
    act: name,
    heading: headingFor(name),
    phase: phase ?? template.phases.at(-1)!.key,
    per,
    who: [whoFor(per, template.grouping)],
    signatories: [],
    signInOrder: false,
    due: { from: 'anchor', offset: 0, unit: 'calendar' },
    waitsFor: [],
    doneWhen: 'recorded',
    remind: [7, 1],
    event: false,
    guidance: '',
    onBoard: true,
    proposed: false,
  };
}

function whoFor(per: StepDefinition['per'], grouping: Grouping): Party {
  if (per === 'authority') return 'dcs';
  if (per === 'task-group') return 'set-lead';
  if (per === 'group') return grouping.is === 'standing' ? 'group-lead' : 'set-lead';
  return 'sli-coordinator';
}

/** A name in at most three short lines, as a column of the board takes it. */
export function headingFor(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 12) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.slice(0, 16));
  }
  return lines.slice(0, 3);
}

export interface NewPaper {
  name: string;
  per: PaperDefinition['per'];
  by: Party;
}

/** One section with one question, for whoever makes it to word. */
export function newPaper(template: ProcessTemplateDefinition, { name, per, by }: NewPaper): PaperDefinition {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  // `new` is the address at which one is made.
  return { key: keyFor(name, ['new', ...keysOf(template.papers)]), name, per, by, sectionsBy: {}, sections: [newSection([], title)] };
}

export function newSection(sections: PaperDefinition['sections'], title: string): PaperDefinition['sections'][number] {
  return { key: keyFor(title, keysOf(sections)), title, guidance: '', fields: [{ key: 'text', kind: 'text', label: title, hint: '' }] };
}

export function newRole(template: ProcessTemplateDefinition, name: string): RoleDefinition {
  return { key: keyFor(name, keysOf(template.roles)), name, each: 1, offices: ['dcs', 'assistant-director'], found: 'by-hand', mutual: false, named: false };
}
