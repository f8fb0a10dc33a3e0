import type { FormReturn } from '@/domain/form';
import { faultsAt } from '@/domain/processes/template-faults';
import type { DraftPage } from '@/server/processes/load';
import { Button } from '@/ui/button';
import { Slip } from '@/ui/slip';
import { TextInput } from '@/ui/text-input';
import { addRole } from '../../actions';
import { Faults } from '../faults';
import { Over } from '../over';

/** The papers and roles of the process, and where a new one begins. */
export function PartsBeside({ page, returned }: { page: DraftPage; returned?: FormReturn }) {
  const { process, faults } = page;
  const { papers, roles } = process.definition;
  const path = `/processes/${process.id}`;
  return (
    <>
      <Slip heading="Papers" id="h-papers">
        <p className="hint">What is written in this process alone: asks and offers, joint findings, an observer’s notes. The self-view, the memorandum and the action plan are there already.</p>
        <ul className="bare s">
          {papers.map(({ key, name }) => (
            <li key={key}>
              <a href={`${path}/papers/${key}`}>{name.charAt(0).toUpperCase() + name.slice(1)}</a>
              <Faults says={faultsAt(faults, 'paper', key)} />
            </li>
          ))}
          <li>
            <a href={`${path}/papers/new`}>Add a paper</a>
          </li>
        </ul>
      </Slip>
      <Slip heading="Roles" id="h-roles">
        <p className="hint">Parts that another authority takes in an authority’s place: moderator, observer, visitor.</p>
        <ul className="bare s">
          {roles.map(({ key, name }) => (
            <li key={key}>
              <a href={`${path}/roles/${key}`}>{name.charAt(0).toUpperCase() + name.slice(1)}</a>
              <Faults says={faultsAt(faults, 'role', key)} />
            </li>
          ))}
        </ul>
        <details open={Boolean(returned?.errors['new-role'])}>
          <summary className="s">Add a role</summary>
          <form action={addRole} className="stack-s">
            <Over page={page} />
            <TextInput name="new-role" label="Name of the role" hint="Within a sentence: “observer”." maxLength={60} {...(returned ? { returned } : {})} />
            <Button kind="second" size="small">Add the role</Button>
          </form>
        </details>
      </Slip>
    </>
  );
}
