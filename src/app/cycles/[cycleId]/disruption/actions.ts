'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { directorsTold, type Disrupted } from '@/domain/disruption/plan';
import type { Actor } from '@/domain/model';
import { listed } from '@/domain/processes/in-words';
import { act, actorOf } from '@/server/action';
import { inspectAuthority } from '@/server/disruption/inspect';
import { joinLate } from '@/server/disruption/join-late';
import { loadDisruption } from '@/server/disruption/load';
import type { Confirmed } from '@/server/disruption/mark';
import { reorganiseAuthority } from '@/server/disruption/reorganise';
import { swapDays } from '@/server/disruption/swap-days';
import { withdrawAuthority } from '@/server/disruption/withdraw';
import { orNotFound } from '../../../or-not-found';
import { kindAsked, readAsked, textOf, type Asked, type Wanted } from './read-asked';

/** What was shown stands in the address; it is read again, and worked out again, so that nothing but what was shown is done. */
export async function confirm(form: FormData) {
  const page = `/cycles/${encodeURIComponent(String(form.get('cycleId') ?? ''))}/disruption`;
  const query = new URLSearchParams(String(form.get('asked') ?? ''));
  const asked: Asked = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
  const kind = kindAsked({ what: textOf(asked, 'what') });
  const actor = await actorOf(form, page);
  if (!kind) return redirect(page);
  const { ground } = await orNotFound(() => loadDisruption(actor, String(form.get('cycleId')), textOf(asked, 'authority'), new Date()));
  const { wanted } = readAsked(kind, asked, ground);
  const back = `${page}?${query}`;
  if (!wanted) return redirect(back);
  return act(form, {
    back,
    input: z.object({ cycleId: z.uuid(), shown: z.string(), reason: z.string().trim().min(1, 'Reason: say why. Those who are told can read it').max(1000, 'Reason: at most 1,000 characters') }),
    use: (by, { cycleId, shown, reason }, at) => carryOut(by, wanted, { cycleId, shown, reason }, at),
    done: ({ change }) => ({ to: page, notice: `Recorded. ${toldWords(directorsTold(change).length)} told, once.${appointWords(change)}` }),
  });
}

const toldWords = (count: number) => (count === 1 ? 'One Director is' : `The Directors of ${count} authorities are`);

function appointWords({ change: { entered } }: Disrupted): string {
  return entered.length === 0 ? '' : ` Appoint the ${entered.length === 1 ? 'Director' : 'Directors'} of ${listed(entered.map(({ name }) => name))} under People next.`;
}

function carryOut(actor: Actor, wanted: Wanted, confirmed: Confirmed, at: Date) {
  switch (wanted.kind) {
    case 'inspected':
      return inspectAuthority(actor, { ...wanted.happened, ...confirmed }, at);
    case 'swapped':
      return swapDays(actor, { ...wanted.happened, ...confirmed }, at);
    case 'withdrew':
      return withdrawAuthority(actor, { ...wanted.happened, ...confirmed }, at);
    case 'joined':
      return joinLate(actor, { ...wanted.happened, ...confirmed }, at);
    case 'reorganised':
      return reorganiseAuthority(actor, { ...wanted.happened, ...confirmed }, at);
  }
}
