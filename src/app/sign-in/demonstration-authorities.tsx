import type { Office } from '@/domain/model';
import type { DemonstrationPerson } from '@/server/sign-in/load';
import { Button } from '@/ui/button';
import { Section } from '@/ui/section';
import { VisuallyHidden } from '@/ui/visually-hidden';

const COLUMNS: readonly { heading: string; offices: readonly Office[] }[] = [
  { heading: 'DCS', offices: ['dcs'] },
  { heading: 'Lead Member', offices: ['lead-member'] },
  { heading: 'Chief Executive', offices: ['chief-executive'] },
  { heading: 'Assistant Directors', offices: ['assistant-director'] },
  { heading: 'Data lead, policy officer, contributors', offices: ['data-lead', 'policy-officer', 'contributor'] },
];

/** A row for each authority: who directs it, who signs, who writes. */
export function DemonstrationAuthorities({ people }: { people: readonly DemonstrationPerson[] }) {
  const offices = COLUMNS.flatMap((column) => column.offices);
  const held = people.flatMap((person) => person.posts.filter((post) => offices.includes(post.office)).map((post) => ({ person, ...post })));
  const places = [...new Set(held.map((post) => post.place))].sort();
  if (places.length === 0) return null;
  return (
    <Section id="h-authorities" heading="Write, sign and challenge for an authority">
      <div className="sheet">
        <table className="dt stackable">
          <caption className="vh">The demonstration’s people by authority and post</caption>
          <thead>
            <tr>
              <th scope="col">Authority</th>
              {COLUMNS.map(({ heading }) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place}>
                <th scope="row">{place}</th>
                {COLUMNS.map(({ heading, offices }) => (
                  <td key={heading} data-label={heading}>
                    {held
                      .filter((post) => post.place === place && offices.includes(post.office))
                      .map(({ person, name }) => (
                        <div key={name}>
                          <Button kind="link" size="small" name="person" value={person.id}>
                            <VisuallyHidden>Sign in as </VisuallyHidden>
                            {person.name}
                            <VisuallyHidden>, {name}</VisuallyHidden>
                          </Button>
                        </div>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
