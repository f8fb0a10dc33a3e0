// Whatever is done, in whatever order and on whatever day: a document is signed only if every named post signed this very text, by
// someone who held the post then, had just shown who they are (or signed on paper), and is not of the regional team.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import type { DocumentChange } from '@/domain/documents/change';
import { closedToEditing, reopen } from '@/domain/documents/edit';
import type { DocumentFacts, DocumentKind } from '@/domain/documents/facts';
import { isSigned, lastAct, signaturesThatCount, stillToSign, versionForSignature } from '@/domain/documents/state';
import { holdingOn } from '@/domain/holding';
import type { Actor, Day, HeldPost, Office } from '@/domain/model';
import type { AppointmentFacts } from '@/domain/people';
import { declineToSign, putForSignature, recall, recordPaperSignature, sign } from '@/domain/sign-off';
import { aDocument, after, holder } from './documents/a-document';

const THREE: readonly Office[] = ['dcs', 'chief-executive', 'lead-member'];
const region = { id: 'nw', name: 'North West' };
const dcs = holder('dcs');
const coordinator = holder('sli-coordinator');

const day = (number: number): Day => `2017-10-${String(number).padStart(2, '0')}`;
const noon = (number: number) => new Date(`${day(number)}T12:00:00Z`);

/** For each post a holder, one who follows, one who covers, and a coordinator who was appointed to it as well; and the same of Halton. */
const people = THREE.flatMap((office) => ['wigan', 'halton'].flatMap((at) => ['holder', 'successor', 'cover', 'coordinator'].map((role) => ({ id: `${role} of ${office} at ${at}`, office, at, role }))));

const span = fc.tuple(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 })), fc.integer({ min: 0, max: 25 })).map(([from, days]) => ({ startsOn: day(from), endsOn: from + days > 20 ? null : day(from + days) }));
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('edit' as const), text: fc.nat(3) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('put' as const, 'recall' as const, 'return' as const, 'freeze' as const, 'submit' as const) }) },
  { weight: 12, arbitrary: fc.record({ does: fc.constantFrom('sign' as const, 'sign' as const, 'sign' as const, 'decline' as const), who: fc.nat(people.length - 1), oldPage: fc.boolean(), provedMinutesAgo: fc.constantFrom(0, 9, 10, 600), loadedDaysAgo: fc.constantFrom(0, 1, 2, 3) }) },
  { weight: 12, arbitrary: fc.record({ does: fc.constant('signs rightly' as const), office: fc.constantFrom(...THREE) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('paper' as const), who: fc.nat(people.length - 1), scan: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('days pass' as const), days: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('leaves' as const), who: fc.nat(people.length - 1) }) },
);

function world(spans: readonly { startsOn: Day; endsOn: Day | null }[]) {
  const appointments = new Map(people.map(({ id, role }, index): [string, AppointmentFacts] => [id, { id: `appointment ${index}`, personId: id, personName: id, acting: role === 'cover', ...spans[index]! }]));
  const to = (post: { office: Office; at: string }) => people.filter(({ office, at }) => office === post.office && at === post.at).map(({ id }) => appointments.get(id)!);
  /** The person as they were when their page was made, and how they hold the post now. */
  const person = (index: number, today: number, { loadedDaysAgo = 0, provedMinutesAgo = 0 } = {}) => {
    const { id, office, at, role } = people[index]!;
    const held = holdingOn(to({ office, at }), id, day(Math.max(1, today - loadedDaysAgo)));
    const authority = { id: at, name: at, slug: at };
    const as: HeldPost = { id: `${office} of ${at}`, office, remit: '', acting: role === 'cover', region, group: null, authority };
    const provedAt = new Date(noon(today).getTime() - provedMinutesAgo * 60_000);
    const posts = [...(held ? [as] : []), ...(role === 'coordinator' ? [coordinator.as!] : [])];
    const actor: Actor = { personId: id, name: id, posts, as: held ? as : null, challenges: [], audiences: [], proof: { by: 'code', at: provedAt, freshUntil: new Date(provedAt.getTime() + 600_000) } };
    return { actor, holding: holdingOn(to({ office, at }), id, day(today)), office, postId: as.id };
  };
  /** Someone of Wigan who may sign for the post today, if anyone. */
  const rightful = (wanted: Office, today: number) => {
    const found = people.findIndex(({ office, at, role }, index) => office === wanted && at === 'wigan' && role !== 'coordinator' && person(index, today).holding !== null);
    return Math.max(0, found);
  };
  return { appointments, person, rightful };
}

const read = (doc: DocumentFacts) => ({ versionId: versionForSignature(doc)?.id ?? '', contentHash: versionForSignature(doc)?.contentHash ?? '' });

test.each<[DocumentKind, boolean]>([['self-view', false], ['mou', false], ['mou', true]])('a %s is signed by nothing less (in the template’s order: %s)', (kind, signInOrder) => {
  let everSigned = 0;
  fc.assert(
    fc.property(fc.array(span, { minLength: people.length, maxLength: people.length }), fc.array(step, { maxLength: 60, size: 'max' }), (spans, steps) => {
      const { appointments, person, rightful } = world(spans);
      let doc = aDocument(kind, THREE, { signInOrder });
      let live = 'text 0';
      let today = 1;
      let seen = read(doc);
      /** What was really done: kept apart from the document's own facts. */
      const given: { versionId: string; office: Office; text: string; onPage: string; held: boolean; fresh: boolean; authority: string; team: boolean }[] = [];
      const take = (actor: Actor, decision: Decision<DocumentChange>) => {
        if (isRefusal(decision)) return false;
        doc = after(doc, actor, decision.change, live);
        return true;
      };
      for (const each of steps) {
        const version = versionForSignature(doc);
        if (each.does === 'edit' && !closedToEditing(doc) && `text ${each.text}` !== live) {
          const reopening = reopen(doc);
          live = `text ${each.text}`;
          if (reopening) doc = after(doc, dcs, reopening);
        }
        if (each.does === 'put') {
          seen = read(doc);
          take(dcs, putForSignature({ doc, actor: dcs }));
        }
        if (each.does === 'recall') take(dcs, recall({ doc, actor: dcs, reason: 'Why' }));
        if (each.does === 'freeze') doc = after(doc, dcs, { freeze: true, act: { kind: 'put-for-review' } }, live);
        if (each.does === 'submit' && isSigned(doc) && lastAct(doc, 'submitted', 'returned')?.kind !== 'submitted') doc = after(doc, dcs, { act: { kind: 'submitted', versionId: version!.id } });
        if (each.does === 'return' && version && lastAct(doc, 'submitted', 'returned')?.kind === 'submitted') doc = after(doc, coordinator, { act: { kind: 'returned', reason: 'again', versionId: version.id }, voidSignatures: { why: 'Returned' } });
        if (each.does === 'days pass') today = Math.min(31, today + each.days);
        if (each.does === 'leaves') {
          const { id } = people[each.who]!;
          appointments.set(id, { ...appointments.get(id)!, endsOn: day(today) });
        }
        if (each.does === 'sign' || each.does === 'decline' || each.does === 'signs rightly') {
          const whoever = each.does === 'signs rightly' ? { who: rightful(each.office, today), oldPage: false, provedMinutesAgo: 0, loadedDaysAgo: 0 } : each;
          const { actor, holding, office } = person(whoever.who, today, whoever);
          const page = whoever.oldPage ? seen : read(doc);
          const decision = each.does !== 'decline' ? sign({ doc, actor, read: page, holding, now: noon(today) }) : declineToSign({ doc, actor, read: page, reason: 'No' });
          if (take(actor, decision) && each.does !== 'decline') {
            const { startsOn, endsOn } = appointments.get(actor.personId)!;
            given.push({ versionId: version!.id, office, text: live, onPage: page.contentHash, held: startsOn <= day(today) && (endsOn === null || day(today) <= endsOn), fresh: whoever.provedMinutesAgo < 10, authority: people[whoever.who]!.at, team: people[whoever.who]!.role === 'coordinator' });
          }
        }
        if (each.does === 'paper') {
          const { holding, office, postId } = person(each.who, today);
          if (people[each.who]!.at === 'wigan' && take(coordinator, recordPaperSignature({ doc, actor: coordinator, paper: { ...read(doc), office, postId, by: holding, scanId: each.scan ? 'scan' : null }, now: noon(today) }))) {
            const { startsOn, endsOn } = appointments.get(people[each.who]!.id)!;
            given.push({ versionId: version!.id, office, text: live, onPage: live, held: startsOn <= day(today) && (endsOn === null || day(today) <= endsOn), fresh: true, authority: 'wigan', team: false });
          }
        }
        expect(given.every(({ text, onPage, held, fresh, authority, team }) => text === onPage && held && fresh && authority === 'wigan' && !team)).toBe(true);
        const out = versionForSignature(doc);
        if (isSigned(doc)) {
          everSigned += 1;
          expect(out!.contentHash).toBe(live);
          const really = given.filter(({ versionId }) => versionId === out!.id);
          expect(really.map(({ office }) => office).sort()).toEqual([...THREE].sort());
          expect(really.every(({ text }) => text === live)).toBe(true);
          if (signInOrder) expect(really.map(({ office }) => office)).toEqual(THREE);
          expect(signaturesThatCount(doc)).toHaveLength(THREE.length);
        } else if (out) {
          expect(stillToSign(doc).length).toBeGreaterThan(0);
        } else {
          expect(doc.signatures.filter(({ voidedAt }) => voidedAt === null)).toEqual([]);
        }
      }
    }),
    { numRuns: 400 },
  );
  // The walk is long enough to get there.
  expect(everSigned).toBeGreaterThan(0);
});
