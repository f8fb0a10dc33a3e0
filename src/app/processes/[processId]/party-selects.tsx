import type { FormReturn } from '@/domain/form';
import { AUTHORITY_OFFICES, GROUP_OFFICES, PARTNER_OFFICES, REGION_OFFICES } from '@/domain/model';
import { partyTitle, type Party } from '@/domain/parties';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { Fieldset } from '@/ui/fieldset';
import { GroupedSelect, type GroupedOption } from '@/ui/grouped-select';

/** Everyone who can have a part in this process, by where they stand. */
export function partyOptions({ roles, leads }: Pick<ProcessTemplateDefinition, 'roles' | 'leads'>): GroupedOption[] {
  const parts: Party[] = [...(leads === 'none' ? [] : (['lead-challenger'] as const)), 'set-lead', 'set-members', ...roles.map(({ key }): Party => `peer:${key}`)];
  const groups: [string, readonly Party[]][] = [
    ['Of the authority', AUTHORITY_OFFICES],
    ['Parts that the process gives', parts],
    ['Of its partners', PARTNER_OFFICES],
    ['Of its group', GROUP_OFFICES],
    ['Of the region', REGION_OFFICES],
  ];
  return groups.flatMap(([of, parties]) => parties.map((party) => ({ value: party, label: partyTitle(party, { roles }), of })));
}

interface PartySelectsProps {
  name: string;
  legend: string;
  hint?: string;
  parties: readonly Party[];
  template: ProcessTemplateDefinition;
  /** Words before each place: "First", "Second". */
  inOrder?: boolean;
  returned?: FormReturn;
}

const PLACES = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'];

/** As many choices as there are parties, and two more to fill. */
export function PartySelects({ name, legend, hint, parties, template, inOrder, returned }: PartySelectsProps) {
  const options = partyOptions(template);
  const count = Math.min(PLACES.length, Math.max(3, parties.length + 1));
  const form = returned ? { returned } : {};
  return (
    <Fieldset name={`${name}-1`} id={`${name}-set`} legend={legend} hint={hint} error={undefined}>
      <div className="rowof">
        {PLACES.slice(0, count).map((place, index) => (
          <GroupedSelect
            key={place}
            name={`${name}-${index + 1}`}
            label={inOrder ? place : `${place} choice`}
            hideLabel={!inOrder}
            blank={index === 0 ? 'Nobody yet' : 'Nobody else'}
            options={withOwn(options, parties[index], template)}
            value={parties[index]}
            {...form}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** A party that is chosen already stands in the list, though the process would not offer it any more. */
function withOwn(options: readonly GroupedOption[], party: Party | undefined, template: ProcessTemplateDefinition): readonly GroupedOption[] {
  if (!party || options.some(({ value }) => value === party)) return options;
  return [...options, { value: party, label: partyTitle(party, template), of: 'As it is' }];
}
