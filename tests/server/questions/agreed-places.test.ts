import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { typedPlaces, type PlacementText } from '@/domain/questions';
import { db } from '@/server/db';
import { draftNotes } from '@/server/forum-notes/draft-notes';
import { makeNotesFinal } from '@/server/forum-notes/make-notes-final';
import { sendNotes } from '@/server/forum-notes/send-notes';
import { endSession } from '@/server/forums/sessions/end-session';
import { NotFound } from '@/server/not-found';
import { agreePlaces } from '@/server/questions/agree-places';
import { loadDesk, loadPack } from '@/server/questions/load';
import type { Role } from '../../support/cast';
import { forumWorld, ON_THE_DAY, type ForumWorld } from '../forums/a-forum';

const AFTER = new Date('2017-12-18T10:00:00Z');
const OVERALL: PlacementText = { enabler: 'overall', stage: 2, half: 'established', rationale: '' };
let world: ForumWorld;
let documentId: string;
let notesId: string;
const as = (role: Role) => world.as(role, AFTER);
const record = async (role: Role, placements: readonly PlacementText[] = [OVERALL]) => {
  const outcome = await agreePlaces(await as(role), { documentId, placements }, AFTER);
  return isRefusal(outcome) ? outcome.refused : 'accepted';
};
const agreedOnPack = async (role: Role) => (await loadPack(await as(role), documentId, AFTER)).agreedPlaces;

beforeAll(async () => {
  world = await forumWorld();
  documentId = world.cycle.document('questions', 'Wigan');
  ({ notesId } = await world.session('Wigan'));
  const { personId, as: post } = await world.as('coordinator');
  await db.documentAct.create({ data: { documentId, kind: 'issued', at: ON_THE_DAY, personId, postId: post!.id } });
  await db.share.create({ data: { documentId, audience: `authority:${world.cycle.places.Wigan!.authorityId}`, because: 'Issued', sinceAt: ON_THE_DAY } });
});

it('a reason that is too long is said at its field, and cut off nowhere', () => {
  const fields = { documentId: world.cycle.document('questions', 'Halton'), 'place-overall': '2.early', 'place-luck': '9.late', 'why-overall': 'x'.repeat(1000) };
  expect(typedPlaces('place').parse(fields).placements).toEqual([{ enabler: 'overall', stage: 2, half: 'early', rationale: 'x'.repeat(1000) }]);
  const tooLong = typedPlaces('place').safeParse({ ...fields, 'why-overall': 'x'.repeat(1001) });
  expect(tooLong.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['why-overall', 'Why: at most 1,000 characters']]);
});

describe('the places agreed at the forum', () => {
  it('are recorded after the session by those who draft its notes, on the lines of the grid', async () => {
    expect(await record('facilitator')).toBe('session-not-ended');
    await endSession(await world.as('facilitator', ON_THE_DAY), { sessionId: (await world.session('Wigan')).id }, ON_THE_DAY);
    expect(await record('facilitator', [])).toBe('nothing-placed');
    expect(await record('facilitator', [{ ...OVERALL, enabler: 'luck' }])).toBe('no-such-enabler');
    expect(await record('wiganDcs').catch((error: unknown) => error instanceof NotFound)).toBe(true);
    expect([await db.placement.count(), await db.event.count({ where: { type: 'places.agreed' } })]).toEqual([0, 0]);
    expect(await record('facilitator')).toBe('accepted');
    expect(await record('coordinator', [{ ...OVERALL, half: 'early' }])).toBe('accepted');
    expect(await db.placement.findMany({ select: { enabler: true, assessor: true, stage: true, half: true } })).toEqual([{ enabler: 'overall', assessor: 'agreed', stage: 2, half: 'early' }]);
  });

  it('stand on the desk at once, and on the pack for those who may read the notes', async () => {
    expect((await loadDesk(await as('coordinator'), documentId, AFTER)).agreedPlaces).toMatchObject({ overall: { stage: 2, half: 'early' } });
    expect(await agreedOnPack('wiganDcs')).toEqual({});
    await draftNotes(await as('facilitator'), { documentId: notesId }, AFTER);
    await sendNotes(await as('facilitator'), { documentId: notesId }, AFTER);
    expect(await agreedOnPack('wiganDcs')).toMatchObject({ overall: { stage: 2, half: 'early' } });
  });

  it('stay as they are once the notes are final', async () => {
    expect((await loadDesk(await as('coordinator'), documentId, AFTER)).may.agreePlaces?.office).toBe('sli-coordinator');
    await makeNotesFinal(await as('facilitator'), { documentId: notesId }, AFTER);
    expect(await record('facilitator')).toBe('notes-final');
    expect((await loadDesk(await as('coordinator'), documentId, AFTER)).may.agreePlaces).toBeNull();
  });
});
