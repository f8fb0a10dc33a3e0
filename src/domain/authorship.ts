// A file names its makers where no reader looks: who wrote it, who saved it last, whose comments stand in it, at which place a picture
// was taken. Whoever gave the file is told, and may have it taken out; nobody else is told the names.
import { z } from 'zod';

export const AUTHORSHIP = {
  author: 'its author',
  'last-saved-by': 'who saved it last',
  company: 'the organisation',
  manager: 'the manager',
  comments: 'who commented in it or changed it',
  folder: 'the folder that it was kept in',
  custom: 'hidden properties',
  keywords: 'hidden keywords',
  program: 'the program that made it',
  picture: 'how, when and perhaps where the picture was taken',
} as const;
export type AuthorshipKind = keyof typeof AUTHORSHIP;

/** What names somebody, or the place of work; a program alone does not. */
export const authorship = z.array(z.object({ kind: z.enum(Object.keys(AUTHORSHIP) as [AuthorshipKind, ...AuthorshipKind[]]), names: z.array(z.string()) }));
export type Authorship = z.infer<typeof authorship>;

/** "This file names J. Smith as its author and Wigan Council as the organisation. It also holds hidden properties." Null when there is nothing to say. */
export function authorshipSentence(found: Authorship): string | null {
  const naming = found.filter(({ kind, names }) => names.length > 0 && !SILENT.includes(kind)).map(({ kind, names }) => `${joined(names.slice(0, 4))}${names.length > 4 ? ' and others' : ''} as ${AUTHORSHIP[kind]}`);
  const holding = found.filter(({ kind }) => SILENT.includes(kind)).map(({ kind }) => AUTHORSHIP[kind]);
  if (naming.length === 0 && holding.length === 0) return null;
  if (naming.length === 0) return `This file holds ${joined(holding)}.`;
  return `This file names ${joined(naming)}.${holding.length > 0 ? ` It also holds ${joined(holding)}.` : ''}`;
}

const SILENT: readonly AuthorshipKind[] = ['custom', 'keywords', 'picture', 'folder'];

const joined = (names: readonly string[]) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
