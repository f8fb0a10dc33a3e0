import { DOCUMENT_NAMES, type DocumentKind, type SectionText } from '@/domain/documents/facts';
import { firstSections, type DocumentTemplateDefinition } from '@/domain/documents/template';
import { audience, type Audience } from '@/domain/visibility';
import type { NewDocument } from '../documents/create-document';

/** The region's words for a kind of document, newest version: the format that the process names. */
export type Formats = ReadonlyMap<string, { id: string; definition: DocumentTemplateDefinition }>;

interface Opening {
  regionId: string;
  cycleId: string;
  authorityIds: readonly string[];
  /** Kinds that a step of the process is about. */
  kinds: ReadonlySet<string>;
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

/** The documents with which a cycle begins, of those that its process asks for: up to four for each authority and the region's two. */
export function firstDocuments({ regionId, cycleId, authorityIds, kinds, formats, openedBy }: Opening): NewDocument[] {
  const place = { regionId, cycleId };
  const begun = (kind: DocumentKind) => ({ kind, templateId: formats.get(kind)?.id ?? null, sections: sectionsOf(kind, formats) });
  return [
    ...authorityIds.flatMap((authorityId) =>
      FOR_AN_AUTHORITY.filter(({ kind }) => kinds.has(kind)).map(({ kind, shares, outForSignature }): NewDocument => {
        const document = { ...place, ...begun(kind), authorityId, shares: shares(authorityId, regionId) };
        return outForSignature ? { ...document, putForSignatureBy: openedBy } : document;
      }),
    ),
    ...FOR_THE_REGION.filter((kind) => kinds.has(kind)).map(
      (kind): NewDocument => ({
        ...place,
        ...begun(kind),
        authorityId: null,
        shares: [{ audience: audience.regionTeam(regionId), because: 'The regional team writes it.' }],
      }),
    ),
  ];
}

/** Of the region's template; without one, a single section of plain text. Questions and actions have rows of their own, whose text is kept when it is frozen. */
function sectionsOf(kind: DocumentKind, formats: Formats): SectionText[] {
  const format = formats.get(kind);
  if (format) return firstSections(format.definition);
  if (kind === 'questions' || kind === 'action-plan') return [];
  const name = DOCUMENT_NAMES[kind];
  return [{ key: 'text', title: name.charAt(0).toUpperCase() + name.slice(1), content: { text: '' } }];
}
