import type { FormReturn } from '@/domain/form';
import { numberWord } from '@/domain/processes/in-words';
import type { RoleDefinition } from '@/domain/processes/template';
import { Refusal } from '@/ui/refusal';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { all, fieldOf, placesFor, TAKES_PART } from './form-fields';
import { capital, othersThan } from './places-table';
import { peerFields } from './read-new-cycle';
import type { Candidate } from './takes-part';

interface PeersSheetProps {
  role: RoleDefinition;
  everyone: readonly Candidate[];
  returned: FormReturn;
  notProposed?: string | undefined;
}

/** Who has a role for whom: of a rotation everyone's, as it is proposed; of a role found by hand those of last time. */
export function PeersSheet({ role, everyone, returned, notProposed }: PeersSheetProps) {
  const taking = new Set(all(returned.values, TAKES_PART));
  const chosen = (code: string) => peerFields(returned.values, role.key, code);
  const hosts = everyone.filter(({ code }) => taking.has(code) && (role.found === 'rotation' || chosen(code).length > 0));
  if (hosts.length === 0) return null;
  const most = Math.max(...hosts.map(({ code }) => placesFor(role, chosen(code).at(-1)?.number ?? 0)));
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  const name = capital(role.name);
  return (
    <Sheet id={`role-${role.key}`} heading={`Who is ${role.name} for whom`}>
      {notProposed && <Refusal heading="Nothing is proposed">{notProposed}</Refusal>}
      <p className="soft">{role.found === 'rotation' ? inRotation(role) : `As last time, where they still can. The others are found once the cycle is open.`}</p>
      <table className="dt stackable choosing">
        <thead>
          <tr>
            <th scope="col">Authority</th>
            {numbers.map((number) => (
              <th scope="col" key={number}>{most === 1 ? name : `${name} ${number}`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hosts.map((host) => (
            <tr key={host.code}>
              <th scope="row">{host.name}</th>
              {numbers.map((number) => (
                <td key={number} data-label={most === 1 ? name : `${name} ${number}`}>
                  <Select name={fieldOf.peer(role.key, number, host.code)} label={`${name} ${most === 1 ? '' : `${number} `}for ${host.name}`} hideLabel blank="Found later" options={othersThan(host, everyone)} returned={returned} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function inRotation({ name, each, mutual }: RoleDefinition): string {
  const due = each === 1 ? `one ${name}, and is ${name} for one other` : `${numberWord(each)} ${name}s, and is ${name} for ${numberWord(each)} others`;
  return `A proposal: each authority has ${due}${mutual ? '' : '; no two are it for each other'}.`;
}
