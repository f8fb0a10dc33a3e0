// What a section still lacks, said as a colleague would. It advises and stops nobody: the DCS decides when the self-view is put out
// for signature (domain: self-view template; "the Lead Member signs self-view and grid").
import type { DocumentTemplateDefinition, FieldDefinition } from '../documents/template';
import { OVERALL, placeOf } from '../journey-grid';
import { countWords } from '../words';
import { EVIDENCE_KINDS, EVIDENCE_NAMES, valueOf, type Content, type Journey } from './content';

type Grid = DocumentTemplateDefinition['journey'];

export function whatIsMissing(fields: readonly FieldDefinition[], content: Content, grid?: Grid): string[] {
  return fields.flatMap((field) => missingIn(field, content, grid));
}

/** Has anyone written anything? What was carried forward does not count, nor words that the template begins with. */
export function hasBegun(fields: readonly FieldDefinition[], content: Content): boolean {
  return fields.some((field) => isBegun(field, content));
}

function isBegun(field: FieldDefinition, content: Content): boolean {
  switch (field.kind) {
    case 'text':
      return ![field.text ?? '', ''].includes((valueOf(field, content) as string).trim());
    case 'choice':
      return valueOf(field, content) !== '';
    case 'progress':
      return valueOf({ ...field, kind: 'progress' }, content).some((row) => row.from === 'own' || Boolean(row.status || row.impact || row.next || row.evidence));
    case 'exceptions':
      return valueOf({ ...field, kind: 'exceptions' }, content).some((row) => Boolean(row.agree || row.why || row.doing));
    case 'tracker':
      return valueOf({ ...field, kind: 'tracker' }, content).some((row) => Boolean(row.state || row.words));
    case 'journey':
      return Object.keys(valueOf({ ...field, kind: 'journey' }, content).placements).length > 0;
    case 'checklist':
      return Object.keys(valueOf(field, content)).length > 0;
    default:
      return (valueOf(field, content) as unknown[]).length > 0;
  }
}

function missingIn(field: FieldDefinition, content: Content, grid: Grid): string[] {
  switch (field.kind) {
    case 'text':
      return missingWords(field, valueOf(field, content) as string);
    case 'choice':
      return valueOf(field, content) === '' ? [`Not answered: ${field.label}`] : [];
    case 'points':
      return valueOf({ ...field, kind: 'points' }, content).length === 0 ? [`${field.label}: none yet`] : [];
    case 'evidence':
      return missingEvidence(valueOf({ ...field, kind: 'evidence' }, content).map((item) => item.kind));
    case 'progress':
      return unanswered(valueOf({ ...field, kind: 'progress' }, content), (row) => row.status !== '', 'priorities say how far they are');
    case 'exceptions':
      return unanswered(valueOf({ ...field, kind: 'exceptions' }, content), (row) => row.agree !== '', 'figures are answered');
    case 'checklist':
      return unanswered(field.options ?? [], ({ value }) => Boolean(valueOf({ ...field, kind: 'checklist' }, content)[value]?.state), `${field.label.toLowerCase()} are answered`);
    case 'journey':
      return missingPlaces(valueOf({ ...field, kind: 'journey' }, content).placements, grid);
    default:
      return [];
  }
}

function missingWords({ label, limit }: FieldDefinition, text: string): string[] {
  const words = countWords(text);
  if (words === 0) return [`Nothing written: ${label}`];
  return limit && words > limit ? [`${words - limit} ${words - limit === 1 ? 'word' : 'words'} over ${limit}: ${label}`] : [];
}

function missingEvidence(held: readonly string[]): string[] {
  const none = EVIDENCE_KINDS.filter((kind) => !held.includes(kind));
  if (none.length === 0) return [];
  if (none.length === EVIDENCE_KINDS.length) return ['No evidence yet'];
  return [`No evidence yet from ${listed(none.map((kind) => EVIDENCE_NAMES[kind].toLowerCase()))}`];
}

function unanswered<Row>(rows: readonly Row[], isAnswered: (row: Row) => boolean, what: string): string[] {
  const answered = rows.filter(isAnswered).length;
  return answered === rows.length ? [] : [`${answered} of ${rows.length} ${what}`];
}

function missingPlaces(placements: Journey['placements'], grid: Grid): string[] {
  const enablers = grid?.enablers ?? [];
  const placed = enablers.filter(({ key }) => placeOf(placements[key]));
  const reasoned = placed.filter(({ key }) => countWords(placements[key]!.rationale) > 0);
  return [
    ...(placed.length < enablers.length ? [`${placed.length} of ${enablers.length} enablers are placed`] : []),
    ...(reasoned.length < placed.length ? [`${reasoned.length} of ${placed.length} places say why`] : []),
    ...(placeOf(placements[OVERALL]) ? [] : ['No judgement of the whole yet']),
  ];
}

export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
