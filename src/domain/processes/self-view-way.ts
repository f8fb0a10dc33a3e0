// What a process does with the self-view after it is signed: whether a memorandum goes with it, and who reads it from when. Regions differ
// (3-processes.md: the data group in 7.1, the other Directors in 7.2, moderators in 7.5), so the template says it.
import type { SelfViewWay } from '../documents/facts';
import { roleName, type NamesRoles } from '../parties';
import type { Reader } from '../readers';
import type { DoneWhen, ProcessTemplateDefinition } from './template';

/** A process that does not say who reads it opens it to the data group. */
export function selfViewWay({ steps }: Pick<ProcessTemplateDefinition, 'steps'>): SelfViewWay {
  const stepOf = (fact: DoneWhen) => steps.find(({ document, doneWhen }) => document === 'self-view' && doneWhen === fact);
  const [accepted, submitted] = [stepOf('accepted'), stepOf('submitted')];
  return {
    ends: accepted ? 'accepted' : submitted ? 'submitted' : 'signed',
    withMemorandum: steps.some(({ document }) => document === 'mou'),
    opensTo: (accepted ?? submitted)?.opensTo ?? ['data-group'],
    withPacks: steps.some(({ document, doneWhen }) => document === 'questions' && doneWhen === 'issued'),
  };
}

/** "the data group", "the other Directors of the region and its moderators": who reads it besides the regional team; empty when nobody does. */
export function readersInWords({ opensTo }: Pick<SelfViewWay, 'opensTo'>, process: NamesRoles): string {
  const names = opensTo.filter((reader) => reader !== 'region-team' && reader !== 'authority').map((reader) => nameOf(reader, process));
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const NAMES: Partial<Record<Reader, string>> = {
  partners: 'its partner agencies',
  challengers: 'its lead peer challenger',
  set: 'the others of its set',
  'group-lead': 'the lead of its group',
  directors: 'the other Directors of the region',
  authorities: 'every authority of the region',
  'all-partners': 'the partner agencies of the region',
  'data-group': 'the data group',
  board: 'the Board',
};

function nameOf(reader: Reader, process: NamesRoles): string {
  return NAMES[reader] ?? `its ${roleName(reader.slice('peers:'.length), process)}s`;
}
