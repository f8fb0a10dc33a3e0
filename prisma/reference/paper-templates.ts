// The region's own papers as they are put to its Board: headings and what belongs under each. The wording is ours, for the region
// to change; the sections `headlines` and `journey` can be filled in from the issued questions.
import type { z } from 'zod';
import type { documentTemplate } from '@/domain/documents/template';

type Template = z.input<typeof documentTemplate>;

const section = (key: string, title: string, hint: string) => ({ key, title, fields: [{ key: 'text', kind: 'text' as const, label: title, hint }] });

export const REGIONAL_PROFILE_TEMPLATE: Template = {
  title: 'Regional profile',
  sections: [
    section('overview', 'The region this year', 'What the Board should know first, in a few sentences.'),
    section('headlines', 'Headline and location of each authority', 'From the issued questions; it can be filled in for you.'),
    section('journey', 'The region on the improvement journey', 'How many authorities stand where; it can be filled in for you.'),
    section('themes', 'Themes', 'What several authorities share, without naming any.'),
    section('support', 'Support and resource', 'What was asked for and offered, and what it needs.'),
  ],
};

export const PROGRAMME_TEMPLATE: Template = {
  title: 'Sector-led improvement programme',
  sections: [
    section('priorities', 'Priorities', 'The few things that the region takes on together.'),
    section('groups', 'What each group does', 'Actions that the sub-region groups agreed for their headlines.'),
    section('regional', 'What the region does', 'Task and finish groups, shared learning, and who leads them.'),
    section('resource', 'Resource', 'Money, people and time, and who provides them.'),
  ],
};
