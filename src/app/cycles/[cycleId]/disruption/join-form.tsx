import type { FormReturn } from '@/domain/form';
import { groupsToJoin, waitsForNewcomer, whoMayJoin, type Place } from '@/domain/disruption/joining';
import { hasForums, ownDayStep } from '@/domain/disruption/new-days';
import { leadsFor, peersFor } from '@/domain/disruption/parts';
import { nameOf, type Ground } from '@/domain/disruption/plan';
import { DateFields } from '@/ui/date-fields';
import { Select } from '@/ui/select';
import { LeaveOut } from './happened-form';
import type { Wanted } from './read-asked';
import { keptFor } from './withdraw-form';

export function JoinFields({ ground, wanted, returned }: { ground: Ground; wanted: Wanted | null; returned?: FormReturn }) {
  return (
    <>
      <Select name="authority" label="Authority" hint="Of the region, and not in this cycle yet." blank="Choose an authority" options={whoMayJoin(ground).map(({ id, name }) => ({ value: id, label: name }))} returned={returned} />
      {wanted?.kind === 'joined' && <PlaceFields ground={ground} place={wanted.happened} suffix="" returned={returned} />}
    </>
  );
}

/** Where an authority comes in: its group or set, its wave, who has parts for it, its own day. Each is proposed until it is chosen. */
export function PlaceFields({ ground, place, suffix, without = null, returned }: { ground: Ground; place: Place; suffix: string; without?: string | null; returned?: FormReturn }) {
  const { template } = ground.given;
  const { grouping, words } = template;
  const groups = groupsToJoin(ground, place.authorityId);
  const leads = leadsFor(ground, { authorityId: place.authorityId, groupId: place.groupId }, without);
  const leadId = place.leadId || (template.leads === 'in-turn' ? (leads[0] ?? '') : '');
  const of = (name: string) => `${name}${suffix}`;
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return (
    <>
      {groups.length > 1 && <Select name={of('group')} label={grouping.is === 'made' ? capital(grouping.word) : capital(words.group)} options={groups.map(({ id, name }) => ({ value: id, label: name }))} value={place.groupId} returned={keptFor(returned, of('group'))} />}
      {template.waves.length > 1 && <Select name={of('wave')} label={capital(words.wave)} options={template.waves.map(({ key, name }) => ({ value: key, label: name }))} value={place.wave} returned={keptFor(returned, of('wave'))} />}
      {template.leads !== 'none' && (
        <Select
          name={of('lead')}
          label="Lead peer challenger"
          {...(template.leads === 'by-hand' ? { blank: 'Nobody for now' } : {})}
          options={leads.map((id) => ({ value: id, label: nameOf(ground, id) }))}
          value={leadId}
          returned={keptFor(returned, of('lead'))}
        />
      )}
      {template.roles
        .filter(({ named, found }) => !named && found !== 'set')
        .flatMap((role) => {
          const could = peersFor(ground, { authorityId: place.authorityId, leadChallengerAuthorityId: leadId }, role.key, without);
          const chosen = place.peers[role.key] ?? could.slice(0, role.each);
          return Array.from({ length: role.each }, (_, index) => (
            <Select
              key={`${role.key} ${index}`}
              name={of(`role.${role.key}`)}
              id={of(`role.${role.key}.${index + 1}`)}
              label={role.each > 1 ? `${capital(role.name)} ${index + 1}` : capital(role.name)}
              blank="Nobody for now"
              options={could.map((id) => ({ value: id, label: nameOf(ground, id) }))}
              value={chosen[index] ?? ''}
            />
          ));
        })}
      {!hasForums(template) && ownDayStep(template)?.per === 'authority' && <DateFields name={of('ownDay')} legend={`Day of its ${words.forum}`} hint="Leave it empty to have it as the process derives it." value={place.ownDay} returned={returned} />}
      <LeaveOut waits={waitsForNewcomer(ground, place)} name={of('leave')} whose={nameOf(ground, place.authorityId)} returned={returned} />
    </>
  );
}
