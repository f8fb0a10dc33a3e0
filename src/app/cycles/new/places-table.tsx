import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { Checkbox } from '@/ui/checkbox';
import { Select } from '@/ui/select';
import { boxId, fieldOf, LEADS_SET } from './form-fields';
import { TakesPart, type Candidate } from './takes-part';

interface PlacesTableProps {
  template: ProcessTemplateDefinition;
  /** In rows, each with its heading where there is one. */
  rows: readonly { key: string; heading?: ReactNode; authorities: readonly Candidate[] }[];
  everyone: readonly Candidate[];
  /** The sets to choose from, and whether somebody leads each; none where the process makes none. */
  sets?: { word: string; options: readonly { value: string; label: string }[]; led: boolean };
  returned: FormReturn;
}

/** Who takes part, and for each what the process wants to know: the set, the wave, the lead peer challenger. */
export function PlacesTable({ template, rows, everyone, sets, returned }: PlacesTableProps) {
  const forum = capital(template.words.forum);
  const columns = ['Takes part', ...(sets ? [capital(sets.word)] : []), ...(sets?.led ? ['Leads it'] : []), ...(hasWaves(template) ? [forum] : []), ...(template.leads === 'none' ? [] : ['Lead peer challenger'])];
  return (
    <table className="dt stackable choosing">
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ key, heading, authorities }) => (
        <tbody key={key}>
          {heading && (
            <tr className="parts">
              <th scope="rowgroup" colSpan={columns.length}>
                {heading}
              </th>
            </tr>
          )}
          {authorities.map((authority) => (
            <tr key={authority.code}>
              <th scope="row">
                <TakesPart authority={authority} returned={returned} />
              </th>
              {sets && <SetCells sets={sets} authority={authority} returned={returned} />}
              {hasWaves(template) && (
                <td data-label={forum} className="full">
                  <Select name={fieldOf.wave(authority.code)} label={`${forum} of ${authority.name}`} hideLabel options={template.waves.map((wave) => ({ value: wave.key, label: wave.name }))} returned={returned} />
                </td>
              )}
              {template.leads !== 'none' && (
                <td data-label="Lead peer challenger" className="full">
                  <Select
                    name={fieldOf.lead(authority.code)}
                    label={`Lead peer challenger of ${authority.name}`}
                    hideLabel
                    blank={template.leads === 'by-hand' ? 'Found later' : 'Choose an authority'}
                    options={othersThan(authority, everyone)}
                    returned={returned}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function SetCells({ sets: { word, options, led }, authority: { code, name }, returned }: { sets: NonNullable<PlacesTableProps['sets']>; authority: Candidate; returned: FormReturn }) {
  return (
    <>
      <td data-label={capital(word)}>
        <Select name={fieldOf.set(code)} label={`${capital(word)} of ${name}`} hideLabel blank="In none" options={options} returned={returned} />
      </td>
      {led && (
        <td>
          <Checkbox name={LEADS_SET} id={boxId(LEADS_SET, code)} value={code} label={<>Leads it<span className="vh">: {name}</span></>} returned={{ ...returned, errors: {} }} />
        </td>
      )}
    </>
  );
}

export const hasWaves = ({ waves }: Pick<ProcessTemplateDefinition, 'waves'>): boolean => waves.length > 1;

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export function othersThan({ code }: Candidate, everyone: readonly Candidate[]): { value: string; label: string }[] {
  return everyone.filter((other) => other.code !== code).map((other) => ({ value: other.code, label: other.name }));
}
