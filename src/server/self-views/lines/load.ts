import { z } from 'zod';
import type { DocumentFacts, SectionText } from '@/domain/documents/facts';
import type { DocumentTemplateDefinition } from '@/domain/documents/template';
import { AUTHORITY_OFFICES, type Actor, type Day } from '@/domain/model';
import { hasBegun, whatIsMissing } from '@/domain/self-views/completeness';
import { audience } from '@/domain/visibility';
import { today } from '../../days';
import { db, rowsOf } from '../../db';
import { instant } from '../../instant';
import { nameOfPost, namedPost } from '../../post-names/load';
import { Prisma } from '../../prisma-client/client';

export interface SectionLine {
  key: string;
  title: string;
  ordinal: number;
  writers: { postId: string; post: string; dueOn: Day | null; mine: boolean }[];
  missing: string[];
  begun: boolean;
  ready: boolean;
  openComments: number;
  /** Texts that were set beside because two changed the same words. */
  beside: number;
  state: 'ready' | 'in-progress' | 'not-started' | 'comments' | 'due';
  dueOn: Day | null;
}

/** A post of the authority that someone holds today. */
export interface Colleague {
  postId: string;
  post: string;
  person: string;
}

/** Where each section stands, the texts, and who may be given one. One query. */
export async function loadSectionLines(actor: Actor, doc: DocumentFacts & { authorityId: string }, definition: DocumentTemplateDefinition, at: Date) {
  const { sections, posts } = linesRow.parse((await rowsOf(db, linesQuery(doc, today(at))))[0]);
  const names = new Map(posts.map((post) => [post.id, nameOfPost(post)]));
  const soon = today(new Date(at.getTime() + 7 * 86_400_000));
  const lines = sections.map(({ content, writers, ...section }): SectionLine => {
    const fields = definition.sections.find(({ key }) => key === section.key)?.fields ?? [];
    const dueOn = writers.flatMap((one) => one.dueOn ?? []).sort()[0] ?? null;
    const begun = hasBegun(fields, content);
    const isDue = dueOn !== null && dueOn <= soon;
    return {
      ...section,
      writers: writers.map((one) => ({ ...one, post: names.get(one.postId) ?? '', mine: actor.posts.some((post) => post.id === one.postId) })),
      missing: whatIsMissing(fields, content, definition.journey),
      begun,
      dueOn,
      state: section.openComments > 0 ? 'comments' : section.ready ? 'ready' : isDue ? 'due' : begun ? 'in-progress' : 'not-started',
    };
  });
  const colleagues = posts.flatMap(({ id, person, isOwn }): Colleague[] => (person && isOwn ? [{ postId: id, post: names.get(id) ?? '', person }] : []));
  return {
    lines,
    sections: sections.map(({ key, title, content }): SectionText => ({ key, title, content })),
    /** Words and version of one reading: a save that comes between two would set a writer against themself. */
    stands: new Map(sections.map(({ key, content, version, savedAt }) => [key, { content, version, savedAt }])),
    colleagues: colleagues.sort((a, b) => a.post.localeCompare(b.post)),
  };
}

const linesRow = z.object({
  sections: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      ordinal: z.number(),
      content: z.record(z.string(), z.unknown()),
      version: z.number(),
      savedAt: instant,
      ready: z.boolean(),
      writers: z.array(z.object({ postId: z.string(), dueOn: z.string().nullable() })),
      openComments: z.number(),
      beside: z.number(),
    }),
  ),
  posts: z.array(namedPost.extend({ isOwn: z.boolean(), person: z.string().nullable() })),
});

function linesQuery({ id, authorityId }: { id: string; authorityId: string }, on: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT
      COALESCE((SELECT json_agg(json_build_object('key', s.key, 'title', s.title, 'ordinal', s.ordinal, 'content', s.content, 'version', s.version, 'savedAt', s."savedAt", 'ready', s."readyAt" IS NOT NULL,
          'writers', COALESCE((SELECT json_agg(json_build_object('postId', g."postId", 'dueOn', g."dueOn"::text) ORDER BY g."assignedAt") FROM "SectionAssignment" g WHERE g."sectionId" = s.id), '[]'::json),
          'openComments', (SELECT count(*) FROM "Comment" k WHERE k."documentId" = s."documentId" AND k."sectionKey" = s.key AND k."settledAt" IS NULL AND k.audience = ${audience.authority(authorityId)}),
          'beside', (SELECT count(*) FROM "SectionRevision" r WHERE r."sectionId" = s.id AND r.conflict)) ORDER BY s.ordinal)
        FROM "Section" s WHERE s."documentId" = ${id}::uuid), '[]'::json) AS sections,
      COALESCE((SELECT json_agg(json_build_object('id', po.id, 'office', po.office, 'remit', po.remit, 'authority', au."shortName", 'group', gr.name, 'region', re.name,
          'isOwn', po."authorityId" IS NOT DISTINCT FROM ${authorityId}::uuid AND po.office = ANY(${[...AUTHORITY_OFFICES]}::text[]),
          'person', (SELECT p.name FROM "Appointment" ap JOIN "Person" p ON p.id = ap."personId"
            WHERE ap."postId" = po.id AND ap."startsOn" <= ${on}::date AND (ap."endsOn" IS NULL OR ap."endsOn" >= ${on}::date) ORDER BY ap."startsOn" LIMIT 1)))
        FROM "Post" po JOIN "Region" re ON re.id = po."regionId" LEFT JOIN "Authority" au ON au.id = po."authorityId" LEFT JOIN "Group" gr ON gr.id = po."groupId"
        WHERE po."authorityId" = ${authorityId}::uuid
          OR po.id IN (SELECT g."postId" FROM "SectionAssignment" g JOIN "Section" s ON s.id = g."sectionId" WHERE s."documentId" = ${id}::uuid)), '[]'::json) AS posts`;
}
