import { DOCUMENT_NAMES, nameOfKind, type DocumentKind, type SectionText } from '@/domain/documents/facts';
import { documentTemplate, firstSections, type DocumentTemplateDefinition } from '@/domain/documents/template';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { audience, type Audience } from '@/domain/visibility';
import type { Tx } from '../db';
import type { NewDocument } from './create-document';
import { createDocuments } from './create-documents';

/** The region's words for a kind of document, newest version: the format that the process names. */
export type Formats = ReadonlyMap<string, { id: string; key: string; definition: DocumentTemplateDefinition }>;

interface Opening {
  regionId: string;
  cycleId: string;
  authorityIds: readonly string[];
  /** Kinds that a step of the process is about. */
  kinds: ReadonlySet<string>;
  /** What the process calls them. */
  words: ProcessTemplateDefinition['words'];
  formats: Formats;
  openedBy: { personId: string; postId: string };
}

interface First {
  kind: DocumentKind;
  shares: (authorityId: string, regionId: string) => { audience: Audience; because: string }[];
  /** Given to the signatories at once: nobody has anything to write in it. */
  outForSignature?: true;
}

const FOR_AN_AUTHORITY: readonly First[] = [
  { kind: 'self-view', shares: (id) => [{ audience: audience.authority(id), because: 'It is the authority’s own.' }] },
  { kind: 'mou', shares: (id) => [{ audience: audience.authority(id), because: 'It is the authority’s own.' }], outForSignature: true },
  {
    kind: 'questions',
    shares: (_, regionId) => [
      { audience: audience.dataGroup(regionId), because: 'The data group writes it.' },
      { audience: audience.regionTeam(regionId), because: 'The regional team issues it.' },
    ],
  },
  { kind: 'action-plan', shares: (id) => [{ audience: audience.authority(id), because: 'It is the authority’s own.' }] },
];

const FOR_THE_REGION: readonly DocumentKind[] = ['regional-profile', 'programme'];

/** The documents with which an authority begins, of those that the process asks for: up to four for each. */
export function firstDocuments({ regionId, cycleId, authorityIds, kinds, words, formats, openedBy }: Opening): NewDocument[] {
  return authorityIds.flatMap((authorityId) =>
    FOR_AN_AUTHORITY.filter(({ kind }) => kinds.has(kind)).map(({ kind, shares, outForSignature }): NewDocument => {
      const document = { regionId, cycleId, ...begun(kind, words, formats), authorityId, shares: shares(authorityId, regionId) };
      return outForSignature ? { ...document, putForSignatureBy: openedBy } : document;
    }),
  );
}

/** The region's own two. */
export function firstPapersOfRegion({ regionId, cycleId, kinds, words, formats }: Omit<Opening, 'authorityIds' | 'openedBy'>): NewDocument[] {
  return FOR_THE_REGION.filter((kind) => kinds.has(kind)).map(
    (kind): NewDocument => ({
      regionId,
      cycleId,
      ...begun(kind, words, formats),
      authorityId: null,
      shares: [{ audience: audience.regionTeam(regionId), because: 'The regional team writes it.' }],
    }),
  );
}

function begun(kind: DocumentKind, words: Opening['words'], formats: Formats): Pick<NewDocument, 'kind' | 'templateId' | 'sections' | 'name'> {
  return { kind, templateId: formats.get(kind)?.id ?? null, sections: sectionsOf(kind, formats), name: nameIn(kind, words, formats) };
}

/** The process's own word; else a format beside the first of its kind gives the document its name; empty for what the product calls it. */
function nameIn(kind: DocumentKind, words: Opening['words'], formats: Formats): string {
  const word = nameOfKind(kind, words);
  if (word !== DOCUMENT_NAMES[kind]) return word;
  const format = formats.get(kind);
  return format?.key ? format.definition.title.toLowerCase() : '';
}

/** Of the region's template; without one, a single section of plain text. Questions and actions have rows of their own, whose text is kept when it is frozen. */
function sectionsOf(kind: DocumentKind, formats: Formats): SectionText[] {
  const format = formats.get(kind);
  if (format) return firstSections(format.definition);
  if (kind === 'questions' || kind === 'action-plan') return [];
  const name = DOCUMENT_NAMES[kind];
  return [{ key: 'text', title: name.charAt(0).toUpperCase() + name.slice(1), content: { text: '' } }];
}

export async function findFormats(tx: Tx, regionId: string, { formats }: Pick<ProcessTemplateDefinition, 'formats'>): Promise<Formats> {
  const rows = await tx.documentTemplate.findMany({ where: { regionId }, orderBy: { version: 'asc' } });
  return new Map(rows.filter(({ kind, key }) => key === (formats[kind as DocumentKind] ?? '')).map(({ id, kind, key, definition }) => [kind, { id, key, definition: documentTemplate.parse(definition) }]));
}

/** Kinds that a step of the process is about. */
export function kindsAskedFor({ steps }: Pick<ProcessTemplateDefinition, 'steps'>): ReadonlySet<string> {
  return new Set(steps.flatMap(({ document }) => document ?? []));
}

/** Creates them, each set of questions with its rows; gives their ids in the same order. */
export async function createFirstDocuments(tx: Tx, documents: readonly NewDocument[], at: Date): Promise<string[]> {
  const ids = await createDocuments(tx, documents, at);
  await tx.questionSet.createMany({ data: ids.filter((_, index) => documents[index]!.kind === 'questions').map((documentId) => ({ documentId })) });
  return ids;
}
