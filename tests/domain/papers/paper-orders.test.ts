// Whatever is done with a paper, in whatever order and by whomever: it is signed only if every party that its process names signed this
// very text, and nobody reads a text that was not handed to them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import type { DocumentChange } from '@/domain/documents/change';
import type { DocumentFacts } from '@/domain/documents/facts';
import { readableVersions } from '@/domain/documents/reading';
import { versionForSignature } from '@/domain/documents/state';
import { closedToWriting } from '@/domain/documents/writing';
import type { Actor } from '@/domain/model';
import { handOverPaper, reopenPaper, returnPaper } from '@/domain/papers/hand-over';
import { issuePaper } from '@/domain/papers/issue-paper';
import { declinePaper, signPaper } from '@/domain/papers/sign-paper';
import { paperState } from '@/domain/papers/stages';
import { audience } from '@/domain/visibility';
import { after, heldBy, NOW } from '../documents/a-document';
import { findings, onPage, person, scope } from './a-paper';

const PEOPLE: Actor[] = [
  person('dcs', 'wigan', [audience.authority('wigan'), audience.set('pair')]),
  person('dcs', 'halton', [audience.challengers('place-1'), audience.set('pair')]),
  person('chief-executive', 'wigan', [audience.authority('wigan')]),
  person('chief-executive', 'halton', []),
  person('dcs', 'stockport', []),
  person('assistant-director', 'wigan', [audience.authority('wigan')]),
  person('sli-coordinator', null, [audience.regionTeam('nw')]),
  person('board-member', null, [audience.board('nw')]),
];
const LATER = new Date('2019-01-01T00:00:00Z');

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constantFrom('edit' as const, 'hand over' as const, 'hand over' as const, 'reopen' as const, 'return' as const, 'issue' as const), who: fc.nat(PEOPLE.length - 1) }) },
  { weight: 8, arbitrary: fc.record({ does: fc.constantFrom('sign' as const, 'sign' as const, 'sign' as const, 'decline' as const), who: fc.nat(PEOPLE.length - 1), oldPage: fc.boolean(), held: fc.boolean(), proved: fc.boolean() }) },
  { weight: 10, arbitrary: fc.record({ does: fc.constant('rightly' as const), who: fc.nat(3) }) },
);

const KINDS: [string, () => DocumentFacts, string[], number[]][] = [
  ['scope of host and lead', () => scope({ asks: ['signed', 'issued'], opensTo: { signed: ['region-team'], issued: ['board'] } }), ['dcs', 'lead-challenger@halton'], [0, 1]],
  ['scope with the Chief Executive', () => scope({ signatories: ['dcs', 'chief-executive', 'lead-challenger'] }), ['dcs', 'chief-executive', 'lead-challenger@halton'], [0, 1, 2]],
  ['findings of a pair', findings, ['set-members@halton', 'set-members@wigan'], [0, 1]],
];

test.each(KINDS)('a %s is signed by nothing less', (_name, begin, required, rightful) => {
  let everSigned = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50, size: 'max' }), (steps) => {
      let doc = begin();
      let live = 'text 0';
      let edits = 0;
      let seen = onPage(doc);
      const given: { versionId: string; key: string; text: string }[] = [];
      const handed = new Set<string>();
      const take = (actor: Actor, decision: Decision<DocumentChange>) => {
        if (isRefusal(decision)) return false;
        doc = after(doc, actor, decision.change, live);
        return true;
      };
      for (const each of steps) {
        const rightly = each.does === 'rightly';
        const actor = PEOPLE[rightly ? rightful[each.who % rightful.length]! : each.who]!;
        const does = each.does === 'rightly' ? (paperState(doc) === 'out-for-signature' ? 'sign' : 'hand over') : each.does;
        if (does === 'edit' && !closedToWriting(doc)) live = `text ${(edits += 1)}`;
        if (does === 'hand over') {
          seen = onPage(doc);
          if (take(actor, handOverPaper({ doc, actor, missing: [] }))) handed.add(live);
        }
        if (does === 'reopen') take(actor, reopenPaper({ doc, actor, reason: 'Why' }));
        if (does === 'return') take(actor, returnPaper({ doc, actor, reason: 'Why' }));
        if (does === 'issue') take(actor, issuePaper({ doc, actor, missing: [] }));
        if (does === 'sign' || does === 'decline') {
          const { oldPage, held, proved } = 'oldPage' in each ? each : { oldPage: false, held: true, proved: true };
          const by = proved ? actor : { ...actor, proof: null };
          const read = oldPage ? seen : onPage(doc);
          const decision = does === 'sign' ? signPaper({ doc, actor: by, read, holding: held ? heldBy(actor) : null, now: NOW }) : declinePaper({ doc, actor: by, read, reason: 'No' });
          if (does === 'sign' && !isRefusal(decision)) given.push({ versionId: decision.change.sign!.versionId, key: decision.change.sign!.party ?? decision.change.sign!.office, text: live });
          take(by, decision);
        }
        const out = versionForSignature(doc);
        if (paperState(doc) === 'signed') {
          everSigned += 1;
          const really = given.filter(({ versionId }) => versionId === out!.id);
          expect(really.map(({ key }) => key).sort()).toEqual([...required].sort());
          expect(really.every(({ text }) => text === out!.contentHash && text === live)).toBe(true);
        }
        // Signatures stand on what is out, and on nothing else.
        if (doc.signatures.some(({ voidedAt, versionId }) => voidedAt === null && versionId !== out?.id)) expect(doc.signatures).toEqual('each on what is out');
      }
      // A draft is read by those who write it; everybody else reads texts that were handed over.
      for (const reader of PEOPLE) expect(readableVersions(reader, doc, LATER).every(({ contentHash }) => handed.has(contentHash))).toBe(true);
      const board = readableVersions(PEOPLE[7]!, doc, LATER).map(({ id }) => id);
      expect(board).toEqual(board.filter((id) => doc.acts.some(({ kind, versionId }) => kind === 'issued' && versionId === id)));
    }),
    { numRuns: 150 },
  );
  expect(everSigned).toBeGreaterThan(0);
});
