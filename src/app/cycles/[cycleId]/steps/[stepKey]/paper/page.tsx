import { redirect } from 'next/navigation';
import { loadPaperOfStep } from '@/server/papers/step/load';
import { requireActor } from '@/server/session';
import { orNotFound } from '../../../../../or-not-found';

interface Props {
  params: Promise<{ cycleId: string; stepKey: string }>;
  searchParams: Promise<{ authority?: string; group?: string }>;
}

/** Leads to the one paper of a step that this person is to open: their own before any other's. */
export default async function PaperOfStep({ params, searchParams }: Props): Promise<never> {
  const { cycleId, stepKey } = await params;
  const { authority, group } = await searchParams;
  const place = authority ? `?authority=${encodeURIComponent(authority)}` : group ? `?group=${encodeURIComponent(group)}` : '';
  const actor = await requireActor(`/cycles/${cycleId}/steps/${stepKey}/paper${place}`);
  redirect(`/papers/${await orNotFound(() => loadPaperOfStep(actor, { cycleId, stepKey, authority, group }, new Date()))}`);
}
