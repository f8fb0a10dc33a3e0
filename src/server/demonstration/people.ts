import type { Day, Office } from '@/domain/model';
import { dateOf } from '../days';
import { db } from '../db';
import { DEMONSTRATION_REGION } from '../../../prisma/reference/demonstration-region';

// Invented people. First and family names are joined by counting, so that every start gives the same ones.
const FIRST = ['Amina', 'Ben', 'Carys', 'David', 'Elena', 'Farid', 'Grace', 'Hugh', 'Ines', 'Jamal', 'Kate', 'Liam', 'Maya', 'Neil', 'Olive', 'Priya', 'Quentin', 'Rosa', 'Sam', 'Tess', 'Umar', 'Vera', 'Will', 'Yusuf', 'Zoe', 'Alan', 'Beth', 'Colin', 'Dina', 'Ewan', 'Fay'];
const FAMILY = ['Ashdown', 'Barlow', 'Choudhry', 'Dearden', 'Entwistle', 'Fielding', 'Greenhalgh', 'Haworth', 'Iqbal', 'Jessop', 'Kershaw', 'Lomax', 'Mather', 'Nuttall', 'Ormerod', 'Parr', 'Quigley', 'Ramsden', 'Schofield', 'Threlfall', 'Unsworth', 'Varley', 'Whitworth', 'Yates', 'Ainscough', 'Bright', 'Crompton', 'Duxbury', 'Eccles', 'Farrow', 'Gaskell', 'Hargreaves', 'Ibbotson', 'Jolly', 'Kenyon', 'Leigh', 'Marsden'];

interface Wanted {
  office: Office;
  remit?: string;
  authorityId?: string;
  groupId?: string;
}

const AT_AN_AUTHORITY: readonly { office: Office; remit?: string; hint: string }[] = [
  { office: 'dcs', hint: 'DCS' },
  { office: 'assistant-director', remit: 'Social care', hint: 'Assistant Director, Social care' },
  { office: 'assistant-director', remit: 'Education', hint: 'Assistant Director, Education' },
  { office: 'lead-member', hint: 'Lead Member' },
  { office: 'chief-executive', hint: 'Chief Executive' },
  { office: 'data-lead', hint: 'Data lead' },
  { office: 'policy-officer', hint: 'Policy officer' },
];

/** People and posts of the demonstration region: every post of every authority held by somebody, some holding two, one as cover, one new. */
export async function appointEveryone({ regionId, authorities, since, today }: { regionId: string; authorities: readonly { id: string; shortName: string }[]; since: Day; today: Day }): Promise<void> {
  let count = 0;
  const nameOf = () => {
    const name = `${FIRST[(count * 7) % FIRST.length]!} ${FAMILY[(count * 11 + Math.floor(count / FAMILY.length)) % FAMILY.length]!}`;
    count += 1;
    return name;
  };
  const personIn = async (hint: string, domain: string) => {
    const name = nameOf();
    const email = `${name.toLowerCase().replace(' ', '.')}.${count}@${domain}.example`;
    return (await db.person.create({ data: { name, email, demoHint: hint } })).id;
  };
  const appoint = async (personId: string, wanted: Wanted, from: Day, until: Day | null = null, acting = false) => {
    const place = { office: wanted.office, remit: wanted.remit ?? '', regionId, authorityId: wanted.authorityId ?? null, groupId: wanted.groupId ?? null };
    const post = (await db.post.findFirst({ where: place })) ?? (await db.post.create({ data: place }));
    await db.appointment.create({ data: { personId, postId: post.id, startsOn: dateOf(from), endsOn: until ? dateOf(until) : null, acting } });
  };
  const held = new Map<string, string>();
  for (const { id: authorityId, shortName } of authorities) {
    const domain = shortName.toLowerCase().replace(/[^a-z]/g, '');
    for (const { office, remit, hint } of AT_AN_AUTHORITY) {
      const wanted: Wanted = { office, authorityId, ...(remit ? { remit } : {}) };
      const left = office === 'dcs' && shortName === DEMONSTRATION_REGION.newDirectorAt;
      const cover = office === 'chief-executive' && shortName === DEMONSTRATION_REGION.coverAt;
      const leaver = left || cover ? await personIn('', domain) : null;
      if (leaver) {
        await db.person.update({ where: { id: leaver }, data: { demoHint: null } });
        await appoint(leaver, wanted, since, shiftDay(today, left ? -201 : -41));
      }
      const personId = await personIn(`${cover ? 'Acting ' : ''}${hint}, ${shortName}`, domain);
      held.set(`${office}|${shortName}`, personId);
      await appoint(personId, wanted, leaver ? shiftDay(today, left ? -200 : -40) : since, cover ? shiftDay(today, 120) : null, cover);
    }
  }
  const region = await db.region.findUniqueOrThrow({ where: { id: regionId } });
  for (const group of await db.group.findMany({ where: { regionId, cycleId: null } })) await appoint(held.get(`dcs|${group.name}`)!, { office: 'group-lead', groupId: group.id }, since);
  for (const { office, hint } of [
    { office: 'sli-coordinator', hint: 'SLI coordinator' },
    { office: 'facilitator', hint: 'Facilitator of the regional team' },
    { office: 'ofsted', hint: `Ofsted, ${region.name}` },
  ] as const) {
    await appoint(await personIn(hint, office === 'ofsted' ? 'ofsted' : region.slug.replaceAll('-', '')), { office }, since);
  }
  for (const { office, by, remit } of DEMONSTRATION_REGION.alsoHeld) await appoint(held.get(`${by.office}|${by.authority}`)!, { office, ...(remit ? { remit } : {}) }, since);
}

function shiftDay(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
