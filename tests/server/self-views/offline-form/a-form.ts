import { SELF_VIEW_TEMPLATE } from '../../../../prisma/reference/self-view-template';
import { offlineForm, type FormReference } from '@/domain/offline-form/form';
import { readBack } from '@/domain/offline-form/read-back';
import type { Content } from '@/domain/self-views/content';
import { readSectionForm } from '@/domain/self-views/read-form';
import { writeOfflineForm } from '@/server/self-views/offline-form/write-form';
import { readWordFile } from '@/server/word/read-word';

export const ORIGIN = 'http://localhost:3000';
export const TEMPLATE = SELF_VIEW_TEMPLATE;
export const REFERENCE: FormReference = { documentId: '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000', authority: 'Wigan', cycle: '2017/18', versions: TEMPLATE.sections.map((_, index) => index + 1) };
const AT = 'Monday 4 September 2017, 14:32';

export type Contents = Record<string, Content>;

/** Only some sections, for what is tried many times. */
export const SHORT = { ...TEMPLATE, sections: TEMPLATE.sections.filter(({ key }) => ['context', 'progress', 'journey', 'asks-and-offers'].includes(key)) };

export const formOf = (contents: Contents, template = TEMPLATE) => offlineForm(template, (key) => contents[key] ?? {});

export const written = (contents: Contents, template = TEMPLATE) => writeOfflineForm({ form: formOf(contents, template), reference: REFERENCE, name: 'self-view', at: AT, origin: ORIGIN });

/** What a file says, beside the contents that went out. */
export function back(bytes: Uint8Array, contents: Contents, template = TEMPLATE) {
  const { pieces, properties } = readWordFile(bytes, ORIGIN);
  let next = 0;
  const read = readBack({ pieces, form: formOf(contents, template), of: { ...REFERENCE, name: 'self-view' }, grid: TEMPLATE.journey, newId: () => `new-${(next += 1)}` });
  return { ...read, properties, pieces };
}

/** The contents after the typed words are laid over them, as the ordinary form does. */
export function laidOver(contents: Contents, typed: Record<string, Record<string, string>>): Contents {
  return Object.fromEntries(TEMPLATE.sections.map(({ key, fields }) => [key, readSectionForm(fields, contents[key] ?? {}, typed[key] ?? {}).content]));
}

export const A_FULL_FORM: Contents = {
  context: {
    changes: '### Demand\n\nDemand **rose** by *a third*, see [the report](https://example.org/report) and [the plan](/my-work).\nSame paragraph.\n\n- One\n  - One and a half\n- Two\n\n3. Third\n4. Fourth\n\n> “I like it,” said one.\n\n| Measure | Wigan |\n|---|---|\n| Second plans | 23.8 |\n\nA line\\\nbroken, 2 \\* 3, #1, and a_b_c.\n\n1. not a list? yes',
    strengths: [
      { id: 's1', thread: 's1', text: 'Early help is **strong**', tag: 'Early help' },
      { id: 's2', thread: 's2', text: 'Stable leaders', tag: '' },
    ],
    areas: [{ id: 'a1', thread: 'a0', text: 'Timeliness of plans', tag: 'Plans & timeliness' }],
  },
  progress: {
    rows: [
      { id: 'p1', from: 'action', cycle: '2016/17', title: 'Reduce caseloads', status: 'in-progress', impact: 'Children see *the same* worker.\n\nLess change.', evidence: 'Survey', next: '' },
      { id: 'p2', from: 'own', cycle: '', title: 'Our own', status: '', impact: '', evidence: '', next: 'Go on' },
    ],
    summary: 'Mixed.',
  },
  practice: { know: 'We know.', how: '', plans: '1. First\n2. Second', evidence: [{ id: 'e1', kind: 'audit', words: '40 audits', on: '2017-06-30', fileId: null }, { id: 'e2', kind: 'voice', words: 'Survey of 200', on: '', fileId: 'f1' }], confidence: 'medium' },
  exceptions: { rows: [{ id: 'x1', name: 'Second plans', figure: '23.8 %', standing: 'weakest', agree: 'partly', why: 'Small numbers', doing: 'Reviews' }] },
  signatures: { risk: { turnover: { state: 'present', evidence: 'Two changes' } }, strength: { honest: { state: '', evidence: 'We think so' } } },
  journey: { grid: { placements: { workforce: { stage: 2, half: 'early', rationale: 'Agency staff falls', evidence: 'HR' }, overall: { stage: 1, half: 'established', rationale: '', evidence: '' } } } },
  tracker: { rows: [{ id: 't1', of: 'area', text: 'Placements', cycles: ['2015/16', '2016/17'], state: 'resolved', words: 'Done' }] },
  'asks-and-offers': { asks: [{ id: 'k1', topic: 'Neglect', urgency: 'term', kind: 'visit', words: 'A look at thresholds' }], offers: [{ id: 'o1', topic: 'Audit', contact: 'QA lead', evidence: '' }], themes: '' },
};
