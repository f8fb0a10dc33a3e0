// A post has one holder at a time, and cover may stand beside the holder or in the holder's place (product: duties belong to posts).
// A councillor is never an officer of the same council (Local Government Act 1972, section 116).
import { dayInWords } from './deadlines';
import { decide, refuse, type Decision, type Refusal } from './decision';
import {
  AUTHORITY_OFFICES,
  GROUP_OFFICES,
  isPartner,
  OUTSIDE_OFFICES,
  PARTNER_OFFICES,
  postName,
  REGION_OFFICES,
  type Actor,
  type Day,
  type HeldPost,
  type Named,
  type Office,
} from './model';
import type { Subject } from './permissions';

/** Offices that several people hold at once, in one post. */
const SHARED_OFFICES: readonly Office[] = ['sli-coordinator', 'facilitator', 'data-group-member', 'board-member', ...OUTSIDE_OFFICES];

/** Offices without whose holder a cycle stops: a vacancy in one is worth saying. */
export const ESSENTIAL_OFFICES: readonly Office[] = ['dcs', 'lead-member', 'chief-executive', 'group-lead', 'sli-coordinator', 'data-group-chair', 'board-chair'];

/** Offices of which one authority may have several, told apart by their remit. */
export const REMIT_OFFICES: readonly Office[] = ['assistant-director', 'data-lead', 'policy-officer', 'contributor', 'police-partner', 'health-partner'];

export type PlaceKind = 'authority' | 'group' | 'region';

export function officesAt(kind: PlaceKind): readonly Office[] {
  if (kind === 'authority') return [...AUTHORITY_OFFICES, ...PARTNER_OFFICES];
  return kind === 'group' ? GROUP_OFFICES : [...REGION_OFFICES, ...OUTSIDE_OFFICES];
}

export interface Span {
  startsOn: Day;
  /** The last day; null while no end is set. */
  endsOn: Day | null;
}

export interface AppointmentFacts extends Span {
  id: string;
  personId: string;
  personName: string;
  acting: boolean;
}

export interface PostFacts {
  id: string;
  office: Office;
  remit: string;
  region: Named;
  group: Named | null;
  authority: (Named & { slug: string; endedOn: Day | null }) | null;
  appointments: readonly AppointmentFacts[];
}

/** Whom to appoint: someone known, or somebody new (`id` null). */
export interface PersonFacts {
  id: string | null;
  name: string;
  email: string;
  held: readonly (Span & { office: Office; authorityId: string | null; regionId: string })[];
}

export interface NewAppointment extends Span {
  postId: string;
  person: Pick<PersonFacts, 'id' | 'name' | 'email'>;
  acting: boolean;
}

interface Appointing extends Span {
  actor: Actor;
  post: PostFacts;
  person: PersonFacts;
  acting: boolean;
  /** Who has the e-mail address of a new person already. */
  emailHolder: Named | null;
}

export function appoint({ actor, post, person, startsOn, endsOn, acting, emailHolder }: Appointing): Decision<NewAppointment> {
  return decide(actor, 'people.appoint', subjectOf(post), () => {
    const span = { startsOn, endsOn };
    const refusal =
      backwards(span) ??
      afterTheEnd(post, span) ??
      addressInUse(person, emailHolder) ??
      alreadyHolds(post, person, span) ??
      heldByAnother(post, span, acting) ??
      councillorAndOfficer(post, person, span);
    if (refusal) return refusal;
    const { id, name, email } = person;
    return {
      change: { postId: post.id, person: { id, name, email }, startsOn, endsOn, acting },
      events: [{ type: 'appointment.made', ...placeOf(post), subjectId: post.id, data: { person: name, post: nameOf(post, acting) } }],
    };
  });
}

interface Ending {
  actor: Actor;
  post: PostFacts;
  appointment: AppointmentFacts;
  endsOn: Day;
}

export function endAppointment({ actor, post, appointment, endsOn }: Ending): Decision<{ id: string; endsOn: Day }> {
  return decide(actor, 'people.appoint', subjectOf(post), () => {
    if (endsOn < appointment.startsOn) return refuse('ends-before-it-starts', `The last day cannot be before the first, ${dayInWords(appointment.startsOn)}.`);
    if (appointment.endsOn && appointment.endsOn <= endsOn) return refuse('ends-already', `This appointment ends on ${dayInWords(appointment.endsOn)} already.`);
    if (isLastCoordinator(post, appointment, endsOn)) {
      return refuse('last-coordinator', 'Nobody else is coordinator after that day. Appoint the next coordinator first.');
    }
    const data = { person: appointment.personName, post: nameOf(post, appointment.acting), until: dayInWords(endsOn) };
    return { change: { id: appointment.id, endsOn }, events: [{ type: 'appointment.ended', ...placeOf(post), subjectId: post.id, data }] };
  });
}

interface Correcting {
  actor: Actor;
  /** `regionId` is the region for which they are corrected. */
  person: { id: string; regionId: string; held: PersonFacts['held'] };
  today: Day;
  name: string;
  email: string;
  emailHolder: Named | null;
}

/** Whoever sets the address can sign in with it: so not for someone who acts in another region too, now or later. */
export function correctPerson({ actor, person, today, name, email, emailHolder }: Correcting): Decision<{ id: string; name: string; email: string }> {
  return decide(actor, 'people.correct', { regionId: person.regionId }, () => {
    if (actsElsewhere(person, today)) return refuse('acts-elsewhere', 'They hold a post outside this region too, so the regional team cannot change how they sign in.');
    if (emailHolder && emailHolder.id !== person.id) return refuse('email-in-use', 'Someone else signs in with that address.');
    return {
      change: { id: person.id, name, email },
      events: [{ type: 'person.corrected', regionId: person.regionId, subjectId: person.id, data: { person: name } }],
    };
  });
}

export function actsElsewhere({ regionId, held }: { regionId: string; held: readonly (Pick<Span, 'endsOn'> & { regionId: string })[] }, today: Day): boolean {
  return held.some((post) => post.regionId !== regionId && (post.endsOn === null || post.endsOn >= today));
}

export function isHeldOn({ startsOn, endsOn }: Span, day: Day): boolean {
  return startsOn <= day && (endsOn === null || endsOn >= day);
}

export function overlaps(a: Span, b: Span): boolean {
  return (b.endsOn === null || a.startsOn <= b.endsOn) && (a.endsOn === null || b.startsOn <= a.endsOn);
}

/** Those who hold the post on the day, the holder before the cover. */
export function holdersOn(post: Pick<PostFacts, 'appointments'>, day: Day): AppointmentFacts[] {
  return post.appointments.filter((appointment) => isHeldOn(appointment, day)).sort((a, b) => Number(a.acting) - Number(b.acting) || a.startsOn.localeCompare(b.startsOn));
}

export function subjectOf(post: Pick<PostFacts, 'office' | 'region' | 'authority'>): Subject {
  return { regionId: post.region.id, authorityId: post.authority?.id ?? null, office: post.office };
}

export function nameOf(post: Pick<HeldPost, 'office' | 'remit' | 'region' | 'group' | 'authority'>, acting = false): string {
  return postName({ ...post, acting });
}

function backwards({ startsOn, endsOn }: Span): Refusal | null {
  return endsOn && endsOn < startsOn ? refuse('ends-before-it-starts', 'The last day cannot be before the first.') : null;
}

function afterTheEnd({ authority }: PostFacts, { startsOn }: Span): Refusal | null {
  if (!authority?.endedOn || startsOn <= authority.endedOn) return null;
  return refuse('authority-ended', `${authority.name} came to an end on ${dayInWords(authority.endedOn)}.`);
}

function addressInUse(person: PersonFacts, emailHolder: Named | null): Refusal | null {
  if (person.id !== null || !emailHolder) return null;
  return refuse('email-in-use', 'Someone signs in with that address already. Choose them among the people who are known, or ask the regional team.');
}

function alreadyHolds(post: PostFacts, person: PersonFacts, span: Span): Refusal | null {
  const same = post.appointments.find((appointment) => appointment.personId === person.id && overlaps(appointment, span));
  return same ? refuse('holds-it-already', `${person.name} holds this post ${spanInWords(same)}. End that appointment first.`) : null;
}

function heldByAnother(post: PostFacts, span: Span, acting: boolean): Refusal | null {
  if (SHARED_OFFICES.includes(post.office)) return null;
  const other = post.appointments.find((appointment) => appointment.acting === acting && overlaps(appointment, span));
  if (!other) return null;
  if (acting) return refuse('covered-already', `${other.personName} covers this post ${spanInWords(other)}. One person covers a post at a time.`);
  return refuse('held-already', `${other.personName} holds this post ${spanInWords(other)}. End that appointment first, or appoint someone as cover.`);
}

/** Who works for an agency beside the authority is neither. */
function councillorAndOfficer({ office, authority }: PostFacts, person: PersonFacts, span: Span): Refusal | null {
  if (!authority || isPartner(office)) return null;
  const clash = person.held.find((held) => held.authorityId === authority.id && !isPartner(held.office) && overlaps(held, span) && (held.office === 'lead-member') !== (office === 'lead-member'));
  return clash ? refuse('councillor-and-officer', `${person.name} cannot be a councillor and an officer of ${authority.name} at once.`) : null;
}

function isLastCoordinator(post: PostFacts, ending: AppointmentFacts, endsOn: Day): boolean {
  if (post.office !== 'sli-coordinator') return false;
  return !post.appointments.some((other) => other.id !== ending.id && (other.endsOn === null || other.endsOn > endsOn));
}

function placeOf({ region, authority }: PostFacts) {
  return { regionId: region.id, authorityId: authority?.id ?? null };
}

export function spanInWords({ startsOn, endsOn }: Span): string {
  return endsOn ? `from ${dayInWords(startsOn)} to ${dayInWords(endsOn)}` : `from ${dayInWords(startsOn)} on`;
}
