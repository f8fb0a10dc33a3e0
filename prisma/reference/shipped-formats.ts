// The formats of documents that every region begins with, by kind and key. The first of a kind has no key; a process names another one
// in its `formats`. Keys say what a format is and never whose.
import type { DocumentKind } from '@/domain/documents/facts';
import { documentTemplate, type DocumentTemplateDefinition } from '@/domain/documents/template';
import { MOU_TEMPLATE } from './mou-template';
import { OUTCOME_FOCUSED_TEMPLATE } from './outcome-focused-template';
import { PROGRAMME_TEMPLATE, REGIONAL_PROFILE_TEMPLATE } from './paper-templates';
import { SELF_VIEW_TEMPLATE } from './self-view-template';
import { SHORT_FORM_TEMPLATE } from './short-form-template';

export interface ShippedFormat {
  kind: DocumentKind;
  key: string;
  definition: DocumentTemplateDefinition;
}

export const SHIPPED_FORMATS: readonly ShippedFormat[] = [
  { kind: 'self-view', key: '', definition: SELF_VIEW_TEMPLATE },
  { kind: 'self-view', key: 'short-form', definition: SHORT_FORM_TEMPLATE },
  { kind: 'self-view', key: 'outcome-focused', definition: OUTCOME_FOCUSED_TEMPLATE },
  { kind: 'mou', key: '', definition: documentTemplate.parse(MOU_TEMPLATE) },
  { kind: 'regional-profile', key: '', definition: documentTemplate.parse(REGIONAL_PROFILE_TEMPLATE) },
  { kind: 'programme', key: '', definition: documentTemplate.parse(PROGRAMME_TEMPLATE) },
];
