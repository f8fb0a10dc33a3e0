// The papers of a process, from the first word to the last signature, each act with who may do it: everyone else tries first.
import type { Actor } from '@/domain/model';
import { db } from '@/server/db';
import { saveTyped } from '@/server/documents/save-typed';
import { declinePaper } from '@/server/papers/decline-paper';
import { fillPaper } from '@/server/papers/fill-paper';
import { handOverPaper } from '@/server/papers/hand-over-paper';
import { issuePaper } from '@/server/papers/issue-paper';
import { issuePapers } from '@/server/papers/issue-papers';
import { readPaper } from '@/server/papers/record-reading';
import { reopenPaper } from '@/server/papers/reopen-paper';
import { returnPaper } from '@/server/papers/return-paper';
import { signPaper } from '@/server/papers/sign-paper';
import type { Role } from '../../support/cast';
import { openProcess, type TestProcess } from '../../support/process';
import { PROCESS_OF_PAPERS } from '../papers/a-process-of-papers';
import type { Act } from './a-life';

const [JULY, OCTOBER] = [new Date('2018-07-26T12:00:00Z'), new Date('2018-10-20T12:00:00Z')] as const;
/** Set by the test: the cast as actors. */
export const PAPER_ACTORS = {} as Record<Role, (at: Date) => Promise<Actor>>;

let process: TestProcess;
const moderation = () => process.paper('moderation', 'Wigan', 'Stockport');
const scope = () => process.paper('scope', 'Wigan');

async function open(): Promise<void> {
  process = await openProcess(await PAPER_ACTORS.coordinator(JULY), PROCESS_OF_PAPERS, {
    name: '2018/19',
    anchorOn: '2018-11-22',
    at: JULY,
    authorities: ['Wigan', 'Halton', 'Trafford', 'Stockport'],
    sets: { 'Wigan and Halton': ['Wigan', 'Halton'], 'Trafford and Stockport': ['Trafford', 'Stockport'] },
    peers: [['moderator', 'Wigan', 'Stockport'], ['moderator', 'Wigan', 'Trafford']],
  });
}

async function write(role: Role, documentId: string, typed: Record<string, string>): Promise<void> {
  const actor = await PAPER_ACTORS[role](OCTOBER);
  for (const { key, version } of await db.section.findMany({ where: { documentId }, select: { key: true, version: true } })) await saveTyped(actor, [{ documentId, sectionKey: key, baseVersion: version, typed }], OCTOBER);
}
const handOver = async (role: Role, paperId: string) => handOverPaper(await PAPER_ACTORS[role](OCTOBER), { paperId }, OCTOBER);
const read = async (paperId: string) => {
  const version = await db.documentVersion.findFirst({ where: { documentId: paperId }, orderBy: { number: 'desc' } });
  return { paperId, versionId: version?.id ?? paperId, contentHash: version?.contentHash ?? '' };
};

export const LIFE_OF_PAPERS: readonly Act[] = [
  { of: 'papers/hand-over-paper', at: OCTOBER, by: 'stockportDataLead', also: ['stockportDcs'],
    before: async () => {
      await open();
      await write('stockportDcs', moderation(), { rating: 'well', text: 'Clear.' });
    },
    does: (actor, at) => handOverPaper(actor, { paperId: moderation() }, at) },
  { of: 'papers/reopen-paper', at: OCTOBER, by: 'stockportDcs', also: ['stockportDataLead'], does: (actor, at) => reopenPaper(actor, { paperId: moderation(), reason: 'A figure was wrong' }, at) },
  { of: 'papers/return-paper', at: OCTOBER, by: 'coordinator', before: () => handOver('stockportDcs', moderation()), does: (actor, at) => returnPaper(actor, { paperId: moderation(), reason: 'Say what shows it' }, at) },
  { of: 'papers/issue-paper', at: OCTOBER, by: 'facilitator', also: ['coordinator'], before: () => handOver('stockportDcs', moderation()), does: (actor, at) => issuePaper(actor, { paperId: moderation() }, at) },
  { of: 'papers/record-reading', at: OCTOBER, by: 'wiganDcs', also: ['wiganLeadMember'], does: (actor, at) => readPaper(actor, { documentId: moderation() }, at) },
  { of: 'papers/issue-papers', at: OCTOBER, by: 'coordinator', also: ['facilitator'],
    before: async () => {
      const others = process.paper('moderation', 'Wigan', 'Trafford');
      await write('traffordDcs', others, { rating: 'partly', text: 'Less clear.' });
      await handOver('traffordDcs', others);
    },
    does: (actor, at) => issuePapers(actor, { cycleId: process.cycleId, stepKey: 'feed-back', authority: 'wigan' }, at) },
  { of: 'papers/fill-paper', at: OCTOBER, by: 'facilitator', also: ['coordinator'], does: (actor, at) => fillPaper(actor, { paperId: process.paper('agreement') }, at) },
  { of: 'papers/hand-over-paper', at: OCTOBER, by: 'wiganDcs', before: () => write('wiganDcs', scope(), { text: 'Neglect.' }), does: (actor, at) => handOverPaper(actor, { paperId: scope() }, at) },
  { of: 'papers/sign-paper', at: OCTOBER, by: 'haltonDcs', also: ['wiganDcs'], does: async (actor, at) => signPaper(actor, await read(scope()), at) },
  { of: 'papers/decline-paper', at: OCTOBER, by: 'wiganDcs', also: ['haltonDcs'], does: async (actor, at) => declinePaper(actor, { ...(await read(scope())), reason: 'Too wide' }, at) },
];
