import type { FieldDefinition } from '@/domain/documents/template';
import type { Theme } from './themes';

/** Something invented under each field of a paper, about one theme: what fits the section by its name, else what was said of it. */
export function wordsUnder(fields: readonly FieldDefinition[], sectionKey: string, theme: Theme): Record<string, unknown> {
  return Object.fromEntries(fields.flatMap((field) => under(field, sectionKey, theme)));
}

function under(field: FieldDefinition, sectionKey: string, theme: Theme): [string, unknown][] {
  const thread = `${sectionKey}-${theme.key}`;
  switch (field.kind) {
    case 'text':
      return [[field.key, textFor(sectionKey, theme)]];
    case 'choice':
      return [[field.key, field.options?.[1]?.value ?? field.options?.[0]?.value ?? '']];
    case 'points':
      return [[field.key, [{ id: thread, thread, text: field.of === 'area' ? theme.area : theme.strength, tag: theme.tag }]]];
    case 'asks':
      return [[field.key, [{ id: thread, topic: theme.tag, urgency: 'term', kind: 'visit', words: theme.support }]]];
    case 'offers':
      return [[field.key, [{ id: thread, topic: theme.tag, contact: theme.owner, evidence: theme.strength }]]];
    case 'evidence':
      return [[field.key, [{ id: thread, kind: 'audit', words: theme.said[1], on: '', fileId: null }]]];
    default:
      return [];
  }
}

/** By what the key of a section says that it asks for; the first that fits. */
const ASKED: readonly [RegExp, (theme: Theme) => string][] = [
  [/enquir|lines|ask|hypothes|wishes|gaps/, ({ questions }) => questions.map((question) => `- ${question}`).join('\n')],
  [/action|plan|next|change|impact|left|programme/, ({ action, measure, owner }) => `${action}. ${measure}; the ${owner} answers for it.`],
  [/theme|why|position|judgement|introduction|opening/, ({ headline, area }) => `${headline}\n\n${area}`],
  [/risk|doubt|unsure|think-again|considerations|area/, ({ area }) => `${area} We looked for the other signatures of risk and did not find them.`],
  [/strength|practice|take-home|thanks|offer|match/, ({ strength }) => strength],
  [/support|help|brought/, ({ support }) => `${support}.`],
  [/day|when|method|what|asked|given|data|figures|ground|who/, ({ said }) => said[1]],
];

function textFor(sectionKey: string, theme: Theme): string {
  const found = ASKED.find(([asks]) => asks.test(sectionKey));
  return found ? found[1](theme) : theme.said[0];
}
