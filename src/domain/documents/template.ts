// A document template in data: sections of fields. Regions word and order them; code knows only the kinds of field.
import { z } from 'zod';
import { xRayRules } from '../self-views/x-ray-rules';
import type { SectionText } from './facts';

export const FIELD_KINDS = ['text', 'points', 'evidence', 'choice', 'progress', 'journey', 'checklist', 'exceptions', 'tracker', 'asks', 'offers', 'own-area'] as const;

export const fieldDefinition = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(FIELD_KINDS),
  label: z.string().min(1),
  hint: z.string().default(''),
  /** Words, for a text field. */
  limit: z.number().int().positive().optional(),
  /** For points: which it holds. */
  of: z.enum(['strength', 'area']).optional(),
  /** For choice and checklist. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** Topics of indicators shown beside the field, for "figures beside the words". */
  topics: z.array(z.string()).optional(),
  /** What a text field holds from the start: the clauses of a memorandum. */
  text: z.string().optional(),
});
export type FieldDefinition = z.infer<typeof fieldDefinition>;

export const sectionDefinition = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  guidance: z.string().default(''),
  fields: z.array(fieldDefinition).min(1),
});
export type SectionDefinition = z.infer<typeof sectionDefinition>;

export const documentTemplate = z.object({
  title: z.string(),
  sections: z.array(sectionDefinition).min(1),
  /** The journey grid of the region, where a section has a field of kind `journey`. */
  journey: z
    .object({
      enablers: z.array(z.object({ key: z.string(), name: z.string(), cells: z.tuple([z.string(), z.string(), z.string()]) })),
      stages: z.tuple([z.string(), z.string(), z.string()]),
    })
    .optional(),
  /** What the advice before signature asks, for a self-view; the region may change it meanwhile. */
  advice: xRayRules.optional(),
});
export type DocumentTemplateDefinition = z.infer<typeof documentTemplate>;

/** The sections with which a document of this template begins: given texts in, everything else empty. For server/documents/create-document.ts. */
export function firstSections(template: Pick<DocumentTemplateDefinition, 'sections'>): SectionText[] {
  return template.sections.map(({ key, title, fields }) => ({
    key,
    title,
    content: Object.fromEntries(fields.flatMap((field) => (field.text === undefined ? [] : [[field.key, field.text]]))),
  }));
}
