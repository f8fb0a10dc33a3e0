// What stands in the pack for the annual conversation: the very words that were signed and agreed, with the version and the hash of
// each, and the actions as they are on the day (North West process 2017/18: "LAs compile the peer challenge information").
import { dayInWords } from './deadlines';
import type { TextSection } from './documents/compare';
import type { SectionText, VersionFact } from './documents/facts';
import type { Day } from './model';
import { CONVERSATION_NOTES } from './releases';

export interface PackAction {
  number: number;
  finding: string;
  action: string;
  impact: string;
  measure: string;
  owner: string;
  dueOn: Day;
  progress: string;
}

export interface PackInput {
  authority: string;
  cycle: string;
  selfView: { version: VersionFact; signedBy: readonly string[]; text: readonly TextSection[] };
  notes: { version: VersionFact; signedBy: readonly string[]; text: readonly TextSection[] };
  actions: readonly PackAction[];
}

/** Sections of the pack but for the notes of the conversation itself, which are added after it. */
export function packSections({ authority, cycle, selfView, notes, actions }: PackInput): SectionText[] {
  const from = ({ version, signedBy }: PackInput['selfView']) => `version ${version.number} (${shortHash(version.contentHash)}), signed by ${signedBy.join(', ')}`;
  return [
    {
      key: 'about',
      title: 'What this is',
      content: {
        text: `The peer challenge of ${authority} in the ${cycle} cycle, put together by the authority for its annual conversation with Ofsted.\n\n- Self-view: ${from(selfView)}\n- Notes of the peer challenge forum: ${from(notes)}\n- Actions that followed: ${actions.length === 0 ? 'none yet' : actions.length}`,
      },
    },
    { key: 'self-view', title: 'Self-view, as signed', content: { text: oneText(selfView.text), versionId: selfView.version.id, contentHash: selfView.version.contentHash } },
    { key: 'notes', title: 'Notes of the peer challenge forum, as agreed', content: { text: oneText(notes.text), versionId: notes.version.id, contentHash: notes.version.contentHash } },
    { key: 'actions', title: 'Actions', content: { text: actions.length === 0 ? 'No action has been written yet.' : actions.map(actionInWords).join('\n\n') } },
  ];
}

/** Whether the pack as it was frozen says the same; notes of the conversation are not compared. */
export function isPackAsBefore(before: readonly SectionText[], now: readonly SectionText[]): boolean {
  const comparable = (sections: readonly SectionText[]) => sections.filter(({ key }) => key !== CONVERSATION_NOTES.key).map(({ key, title, content }) => [key, title, content.text]);
  return JSON.stringify(comparable(before)) === JSON.stringify(comparable(now));
}

/** The first twelve signs of a hash: enough to tell two versions apart. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

function oneText(sections: readonly TextSection[]): string {
  return sections
    .filter(({ text }) => text !== '')
    .map(({ title, text }) => `## ${title}\n\n${text}`)
    .join('\n\n');
}

function actionInWords({ number, finding, action, impact, measure, owner, dueOn, progress }: PackAction): string {
  return [`## Action ${number}`, action, `Finding: ${finding}`, `Intended impact: ${impact}`, `Success measure: ${measure}`, `Owner: ${owner}. By ${dayInWords(dueOn)}. ${progress}`].join('\n\n');
}
