import { describe, expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import { sharedVersion } from '@/domain/documents/state';
import { paperState, profileFrom, putToBoard, returnPaper, savePaper, signOffPaper as signOffNow } from '@/domain/regional-papers';
import { aDocument, after, codeOf, heldBy, holder, NOW } from './documents/a-document';

const coordinator = holder('sli-coordinator');
const chair = holder('board-chair');
const paper = aDocument('programme', [], { authorityId: null });
const signOffPaper = (given: Omit<Parameters<typeof signOffNow>[0], 'holding' | 'now'>) => signOffNow({ ...given, holding: heldBy(given.actor), now: NOW });
const section = { key: 'priorities', title: 'Priorities', content: { text: 'Neglect' } };
function ok<Change>(decision: Decision<Change>) {
  if (isRefusal(decision)) throw new Error(decision.because);
  return decision;
}
const put = after(paper, coordinator, ok(putToBoard({ doc: paper, empty: [], actor: coordinator })).change);
const read = { versionId: 'v1', contentHash: 'text' };

describe('a paper of the region', () => {
  test('is shared with the Board, frozen, when it is put to them', () => {
    expect(ok(putToBoard({ doc: paper, empty: [], actor: coordinator })).change).toEqual({
      freeze: true,
      act: { kind: 'put-for-signature' },
      share: [{ audience: 'board:nw', because: 'Put to the Board', frozenOnly: true }],
    });
    expect([sharedVersion(paper), sharedVersion(put)?.id]).toEqual([null, 'v1']);
  });

  test('is not put with a section empty, nor twice, nor by anyone else', () => {
    expect(putToBoard({ doc: paper, empty: ['Resource'], actor: coordinator })).toEqual({ refused: 'incomplete', because: 'Nothing has been written yet under: Resource.' });
    expect(codeOf(putToBoard({ doc: put, empty: [], actor: coordinator }))).toBe('already-out');
    expect(codeOf(putToBoard({ doc: paper, empty: [], actor: holder('facilitator') }))).toBe('not-permitted');
  });

  test('is signed off by the chair, on the version that was read', () => {
    expect(ok(signOffPaper({ doc: put, read, actor: chair })).change).toEqual({ act: { kind: 'signed-off', versionId: 'v1' }, sign: { versionId: 'v1', office: 'board-chair', how: 'electronic', by: heldBy(chair), proof: chair.proof } });
    expect(codeOf(signOffPaper({ doc: put, read: { ...read, contentHash: 'other' }, actor: chair }))).toBe('text-changed');
    expect(codeOf(signOffPaper({ doc: put, read, actor: holder('board-member') }))).toBe('not-permitted');
    expect(codeOf(signOffPaper({ doc: paper, read, actor: chair }))).toBe('not-out-for-signature');
  });

  test('is signed off by a chair who holds the post and has just shown who they are', () => {
    expect(codeOf(signOffNow({ doc: put, read, actor: chair, holding: null, now: NOW }))).toBe('post-not-held');
    expect(codeOf(signOffNow({ doc: put, read, actor: { ...chair, proof: null }, holding: heldBy(chair), now: NOW }))).toBe('confirm-first');
  });

  test('loses its signature when it is changed after the sign-off', () => {
    const off = after(put, chair, ok(signOffPaper({ doc: put, read, actor: chair })).change);
    const changed = after(off, coordinator, ok(savePaper({ doc: off, sections: [section], actor: coordinator })).change);
    expect(changed.signatures).toMatchObject([{ office: 'board-chair', voidedWhy: 'The programme was changed after it was put to the Board' }]);
  });

  test('comes back when it is changed; the Board keeps what it was given', () => {
    const { change, events } = ok(savePaper({ doc: put, sections: [section], actor: coordinator }));
    expect(change).toEqual({ write: [section], act: { kind: 'reopened' }, voidSignatures: { why: 'The programme was changed after it was put to the Board' } });
    expect(events.map(({ type }) => type)).toEqual(['paper.saved', 'document.reopened']);
    const reopened = after(put, coordinator, change);
    expect([paperState(reopened), sharedVersion(reopened)?.id]).toEqual(['writing', 'v1']);
    expect(codeOf(signOffPaper({ doc: reopened, read, actor: chair }))).toBe('not-out-for-signature');
  });

  test('is returned with the Board’s words', () => {
    expect(codeOf(returnPaper({ doc: put, read, reason: '', actor: chair }))).toBe('no-reason');
    const back = after(put, chair, ok(returnPaper({ doc: put, read, reason: 'Say who pays', actor: chair })).change);
    expect([paperState(back), codeOf(putToBoard({ doc: back, empty: [], actor: coordinator }))]).toEqual(['writing', 'accepted']);
  });
});

test('the profile says each authority’s headline and location, and counts who stands where', () => {
  const sections = profileFrom({
    authorities: [
      { name: 'Bolton', headline: 'Steady', location: 'fair to good, early', stages: { strategy: 2, partners: 3 } },
      { name: 'Wigan', headline: ' ', location: null, stages: { strategy: 1 } },
    ],
    enablers: [
      { key: 'strategy', name: 'Strategic approach' },
      { key: 'partners', name: 'Engaging partners' },
    ],
    stages: ['Poor to fair', 'Fair to good', 'Good to great'],
  });
  expect(sections).toEqual([
    { key: 'headlines', content: { text: '- **Bolton**: Steady (fair to good, early)\n- **Wigan**: no headline yet' } },
    { key: 'journey', content: { text: '- **Strategic approach**: 1 poor to fair, 1 fair to good, 0 good to great\n- **Engaging partners**: 0 poor to fair, 0 fair to good, 1 good to great, 1 not placed' } },
  ]);
});
