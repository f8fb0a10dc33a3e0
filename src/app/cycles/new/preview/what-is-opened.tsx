import { conflictsOn } from '@/domain/authority-conflicts';
import { notWorkingBecause } from '@/domain/deadlines';
import type { Day } from '@/domain/model';
import { plural } from '@/domain/place-names';
import type { NewCycle } from '@/domain/processes/open-cycle';
import { isForumStep } from '@/domain/processes/derive-days';
import { numberWord } from '@/domain/processes/in-words';
import { unevenIn } from '@/domain/processes/propose-peers';
import { afterwardsWords, hadWords } from '@/domain/processes/rounds';
import type { Schedule } from '@/domain/processes/schedule';
import type { RoleDefinition } from '@/domain/processes/template';
import type { OpeningPage } from '@/server/cycles/opening/load';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { Sheet } from '@/ui/sheet';
import { SummaryList, type SummaryItem } from '@/ui/summary-list';
import { Tag } from '@/ui/tag';
import { roundIn } from '../read-new-cycle';

interface Opened {
  cycle: NewCycle;
  page: OpeningPage;
  schedule: Schedule;
}

interface WhatIsOpenedProps extends Opened {
  today: Day;
}

/** Who takes part, with whom, and where something is otherwise than it should be. */
export function WhatIsOpened({ cycle, page, schedule, today }: WhatIsOpenedProps) {
  const { facts } = page;
  const { template } = facts;
  const nameOf = namesOf(page);
  const round = roundIn(page, cycle.anchorOn);
  const taking = cycle.places.map(({ authorityId }) => authorityId);
  const again = (round?.had ?? []).filter(({ authorityId }) => taking.includes(authorityId)).map((had) => `${nameOf(had.authorityId)} takes part again: ${hadWords(had, today)}.`);
  const worth = [...again, ...worthKnowing(cycle, page)];
  return (
    <>
      <Sheet id="h-who" heading="Who takes part">
        <SummaryList
          items={[
            { term: 'Process', words: page.process },
            { term: 'Day 0', words: <><FullDay on={cycle.anchorOn} />. {template.anchorName}.</> },
            { term: 'Authorities', words: [`${cycle.places.length} in all.`, ...waveCounts(cycle, page)].join(' ') },
            ...(template.grouping.is === 'standing' ? standingGroups(cycle, page) : template.grouping.is === 'one' ? [everyone(cycle, page)] : []),
            ...(round ? [{ term: 'The round', words: afterwardsWords(round, taking) }] : []),
            ...(worth.length > 0 ? [{ term: 'Worth knowing', words: <ul className="bare">{worth.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul> }] : []),
          ]}
        />
      </Sheet>
      {template.grouping.is === 'made' && <Sets cycle={cycle} page={page} schedule={schedule} word={template.grouping.word} />}
      {template.roles.map((role) => <Peers key={role.key} role={role} cycle={cycle} page={page} nameOf={nameOf} />)}
    </>
  );
}

function waveCounts({ places }: NewCycle, { facts: { template } }: OpeningPage): string[] {
  if (template.waves.length === 1) return [];
  return template.waves.map(({ key, name }) => ({ name, count: places.filter(({ wave }) => wave === key).length })).filter(({ count }) => count > 0).map(({ name, count }) => `${name}: ${count}.`);
}

function namesOf({ facts: { authorities } }: OpeningPage) {
  return (id: string | null) => authorities.find((authority) => authority.id === id)?.name ?? '';
}

function standingGroups({ places }: NewCycle, page: OpeningPage): SummaryItem[] {
  const { groups, template } = page.facts;
  return groups.filter(({ id }) => places.some(({ groupId }) => groupId === id)).map((group) => ({
    term: `${group.name} group`,
    words: (
      <ul className="bare">
        {template.waves.map((wave) => {
          const here = places.filter(({ groupId, wave: key }) => groupId === group.id && key === wave.key);
          return here.length > 0 && <li key={wave.key} className="pb-s1">{template.waves.length > 1 && `${wave.name}: `}{withLeads(here, page)}</li>;
        })}
      </ul>
    ),
  }));
}

function everyone({ places, sets }: NewCycle, page: OpeningPage): SummaryItem {
  const lead = sets?.[0]?.leadAuthorityId;
  return { term: 'Everyone in one', words: <>{withLeads(places, page)}{lead && `. ${namesOf(page)(lead)} leads`}.</> };
}

/** "Bury (led by Wigan)"; of a set in which each has a wave of its own, "Bury (first visits)". */
function withLeads(places: NewCycle['places'], page: OpeningPage, waves = false): string {
  const nameOf = namesOf(page);
  return places
    .map(({ authorityId, wave, leadChallengerAuthorityId: lead }) => {
      const more = [...(waves ? [inSentence(page.facts.template.waves.find(({ key }) => key === wave)?.name ?? '')] : []), ...(lead ? [`led by ${nameOf(lead)}`] : [])];
      return more.length > 0 ? `${nameOf(authorityId)} (${more.join(', ')})` : nameOf(authorityId);
    })
    .join(', ');
}

/** A name of several words begins small; a month does not. */
const inSentence = (name: string) => (name.includes(' ') ? name.charAt(0).toLowerCase() + name.slice(1) : name);

function Sets({ cycle: { places, sets = [] }, page, schedule, word }: Opened & { word: string }) {
  const { template } = page.facts;
  const nameOf = namesOf(page);
  const led = sets.some(({ leadAuthorityId }) => leadAuthorityId);
  const own = template.steps.find(isForumStep);
  const meets = own?.per === 'group' ? own : null;
  const columns = [{ name: word.replace(/^./, (letter) => letter.toUpperCase()) }, { name: 'Authorities', full: true as const }, ...(led ? [{ name: 'Led by' }] : []), ...(meets ? [{ name: meets.name }] : [])];
  return (
    <Sheet id="h-sets" heading={`${sets.length} ${sets.length === 1 ? word : plural(word)}`}>
      <DataTable
        columns={columns}
        rows={sets.map(({ key, name, leadAuthorityId }) => {
          const members = places.filter(({ groupId }) => groupId === key);
          return {
            id: key,
            cells: [name, withLeads(members, page, template.waves.length > 1), ...(led ? [nameOf(leadAuthorityId)] : []), ...(meets && members[0] ? [<OwnDay key="meets" on={schedule.forumDay(members[0].wave, key)} />] : [])],
          };
        })}
      />
    </Sheet>
  );
}

function OwnDay({ on }: { on: Day }) {
  const because = notWorkingBecause(on);
  return (
    <>
      <FullDay on={on} />
      {because && <> <Tag>{because === 'weekend' ? 'Weekend' : because}</Tag></>}
    </>
  );
}

/** Host ← peers. What follows from the sets is said in a sentence. */
function Peers({ role, cycle, page, nameOf }: { role: RoleDefinition; cycle: NewCycle; page: OpeningPage; nameOf: (id: string | null) => string }) {
  const { from, facts: { template: { grouping } } } = page;
  const peers = (cycle.peers ?? []).filter((peer) => peer.role === role.key);
  const name = role.name.replace(/^./, (letter) => letter.toUpperCase());
  if (role.found === 'set') return <Sheet id={`role-${role.key}`} heading={`${name}s`}><p>In each {grouping.is === 'made' ? grouping.word : 'set'}, every authority is {role.name} for the {grouping.is === 'made' && Math.max(...grouping.sizes) === 2 ? 'other' : 'others'}.</p></Sheet>;
  if (peers.length === 0) return <Sheet id={`role-${role.key}`} heading={`${name}s`}><p>{capitalNumber(role.each)} for each authority, found once the cycle is open.</p></Sheet>;
  const isAsBefore = (hostId: string, peerId: string) => from?.peers.some((peer) => peer.role === role.key && peer.hostId === hostId && peer.peerId === peerId);
  const hosts = cycle.places.filter(({ authorityId }) => role.found === 'rotation' || peers.some(({ hostId }) => hostId === authorityId)).toSorted((a, b) => nameOf(a.authorityId).localeCompare(nameOf(b.authorityId), 'en-GB'));
  return (
    <Sheet id={`role-${role.key}`} heading={`Who is ${role.name} for whom`}>
      <DataTable
        columns={[{ name: 'Authority' }, { name, full: true }]}
        rows={hosts.map(({ authorityId }) => ({
          id: authorityId,
          cells: [
            nameOf(authorityId),
            <ul className="bare" key="peers">
              {peers.filter(({ hostId }) => hostId === authorityId).map(({ peerId, postId }) => (
                <li key={`${peerId}${postId}`}>
                  {nameOf(peerId)}
                  {postId && ` (${from?.postNames.get(postId) ?? ''})`} {isAsBefore(authorityId, peerId) && <Tag>As last time</Tag>}
                </li>
              ))}
            </ul>,
          ],
        }))}
      />
    </Sheet>
  );
}

const capitalNumber = (count: number) => numberWord(count).replace(/^./, (letter) => letter.toUpperCase());

/** What does not stand against opening it, and is the coordinator's to decide. */
function worthKnowing({ places, peers = [], anchorOn }: NewCycle, { facts, from }: OpeningPage): string[] {
  const names = new Map(facts.authorities.map(({ id, name }) => [id, name]));
  const ids = places.map(({ authorityId }) => authorityId);
  const apart = conflictsOn(facts.conflicts, anchorOn).filter(({ authorityId, otherId }) => ids.includes(authorityId) && ids.includes(otherId));
  const vacant = (from?.changedHands ?? []).filter(({ isVacant }) => isVacant).map(({ post }) => post);
  return [
    ...facts.template.roles.flatMap((role) => unevenIn(role, peers, ids, names)),
    ...apart.map(({ authorityId, otherId }) => `${names.get(authorityId)} and ${names.get(otherId)} are kept apart.`),
    ...vacant.map((post) => `${post}: the post is vacant.`),
  ];
}
