// The same names that readSectionForm reads, with what stands under each: so that a device that has written on can take over what
// others saved meanwhile.
import type { FieldDefinition } from '../documents/template';
import { placeOf, placeValue } from '../journey-grid';
import { valueOf, type Content } from './content';
import { areaValue } from './own-area';

export function formValues(fields: readonly FieldDefinition[], content: Content): Record<string, string> {
  return Object.fromEntries(fields.flatMap((field) => entriesOf(field, content)));
}

function entriesOf(field: FieldDefinition, content: Content): [string, string][] {
  const { key } = field;
  switch (field.kind) {
    case 'text':
    case 'choice':
      return [[key, valueOf(field, content) as string]];
    case 'own-area':
      return [[key, valueOf({ ...field, kind: 'own-area' }, content).slice(0, 1).map(areaValue).join('')]];
    case 'journey':
      return Object.entries(valueOf({ ...field, kind: 'journey' }, content).placements).flatMap(([enabler, placed]): [string, string][] => {
        const place = placeOf(placed);
        return [
          ...(place ? ([[`${key}-${enabler}`, placeValue(place)]] as [string, string][]) : []),
          [`${key}.${enabler}.rationale`, placed.rationale],
          [`${key}.${enabler}.evidence`, placed.evidence],
        ];
      });
    case 'checklist':
      return Object.entries(valueOf({ ...field, kind: 'checklist' }, content)).flatMap(([item, { state, evidence }]): [string, string][] => [
        [`${key}.${item}.state`, state],
        [`${key}.${item}.evidence`, evidence],
      ]);
    default:
      return (valueOf(field, content) as { id: string }[]).flatMap((row) => rowEntries(`${key}.${row.id}`, row));
  }
}

function rowEntries(name: string, row: object): [string, string][] {
  return Object.entries(row).flatMap(([part, value]): [string, string][] => {
    if (typeof value !== 'string' || part === 'id') return [];
    if (part !== 'on') return [[`${name}.${part}`, value]];
    const [year = '', month = '', day = ''] = value.split('-');
    return [
      [`${name}.on-day`, day && String(Number(day))],
      [`${name}.on-month`, month && String(Number(month))],
      [`${name}.on-year`, year],
    ];
  });
}
