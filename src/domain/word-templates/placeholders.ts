// What a region's Word template may hold, and what it must: a copy in the region's own look says no less than one in the product's.
import { DOCUMENT_NAMES, type DocumentKind } from '../documents/facts';
import type { SectionDefinition } from '../documents/template';

export interface Placeholder {
  name: string;
  means: string;
  /** It takes the place of its whole paragraph. */
  whole: boolean;
  required: boolean;
}

const SIGNED: readonly DocumentKind[] = ['self-view', 'mou', 'forum-notes', 'regional-profile', 'programme'];

const OF_THE_REGION: readonly DocumentKind[] = ['regional-profile', 'programme'];

/** Sections of kinds that have no template of the region. */
const OWN_SECTIONS: Partial<Record<DocumentKind, readonly { key: string; title: string }[]>> = {
  questions: [
    { key: 'headline', title: 'Headline' },
    { key: 'questions', title: 'Questions' },
    { key: 'summary', title: 'What the data group saw' },
    { key: 'places', title: 'On the improvement journey' },
    { key: 'figures', title: 'Figures' },
  ],
  'annual-conversation': [
    { key: 'about', title: 'What this is' },
    { key: 'self-view', title: 'Self-view, as signed' },
    { key: 'notes', title: 'Notes of the peer challenge forum, as agreed' },
    { key: 'actions', title: 'Actions' },
  ],
};

const line = (name: string, means: string, required = false): Placeholder => ({ name, means, whole: false, required });
const whole = (name: string, means: string, required = false): Placeholder => ({ name, means, whole: true, required });

/** The placeholders of a kind of document, as `sections` of its template are in the region. */
export function placeholdersOf(kind: DocumentKind, sections: readonly Pick<SectionDefinition, 'key' | 'title'>[]): Placeholder[] {
  const known = sections.length > 0 ? sections : (OWN_SECTIONS[kind] ?? []);
  return [
    line('title', `The title: “${OF_THE_REGION.includes(kind) ? 'The region' : 'Wigan'}’s ${DOCUMENT_NAMES[kind]}”`),
    line('authority', 'The authority, or the region for its own papers'),
    line('cycle', 'The cycle: “2017/18”'),
    line('version', 'The version, or that it is a draft', true),
    line('about', 'The cycle, the version and when it was frozen, in one sentence'),
    line('marks', 'DRAFT where it is one; that words are made up, in the demonstration; else nothing', true),
    line('who-may-see', 'Who may see it', true),
    line('hash', 'The SHA-256 of the text that was signed; nothing for a draft'),
    line('address', 'The address of the text in Critical Friend'),
    whole('text', 'All sections with their headings, but for those that have a place of their own', known.length === 0),
    ...known.map(({ key, title }) => whole(`section:${key}`, `The words of “${title}”, without its heading`)),
    whole('signatures', 'Who signed, acting for whom, when and how, with the hash', SIGNED.includes(kind)),
  ];
}

/** The sentences that say what is wrong with a template's placeholders; none when it can be used. */
export function templateFaults(found: readonly string[], unclosed: readonly string[], placeholders: readonly Placeholder[]): string[] {
  const unknown = found.filter((name) => !placeholders.some((placeholder) => placeholder.name === name));
  const missing = placeholders.filter(({ name, required }) => required && !found.includes(name));
  const sections = placeholders.filter(({ name }) => name.startsWith('section:'));
  const lost = found.includes('text') ? [] : sections.filter(({ name }) => !found.includes(name));
  return [
    ...unclosed.map((words) => `A placeholder is not closed: “${words}”. It begins with {{ and ends with }}.`),
    ...unknown.map((name) => `{{${name}}} is not known.${likely(name, placeholders)}`),
    ...missing.map(({ name, means }) => `{{${name}}} is missing. It stands for: ${means.charAt(0).toLowerCase()}${means.slice(1)}.`),
    ...(sections.length > 0 && lost.length > 0 ? [`{{text}} is missing, and so ${lost.length === sections.length ? 'all sections' : `the sections ${lost.map(({ name }) => `{{${name}}}`).join(', ')}`} would be lost. Add {{text}}, or a placeholder for each section.`] : []),
  ];
}

function likely(name: string, placeholders: readonly Placeholder[]): string {
  const wanted = name.trim().toLowerCase();
  const [best] = placeholders.map((placeholder) => ({ name: placeholder.name, far: distance(wanted, placeholder.name) })).sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, Math.floor(wanted.length / 3)) ? ` Did you mean {{${best.name}}}?` : '';
}

/** How many signs have to be changed to get from one word to another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1));
    row = next;
  }
  return row[to.length]!;
}
