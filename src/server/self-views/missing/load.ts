import type { Actor } from '@/domain/model';
import { toDos } from '@/domain/self-views/to-dos';
import { today } from '../../days';
import { NotFound } from '../../not-found';
import { loadSelfView } from '../load';
import { loadXRay } from '../x-ray/load';

/** Everything that the self-view still lacks, section by section. For its own side; nobody else finds it. */
export async function loadMissing(actor: Actor, documentId: string, at: Date) {
  const [page, xRay] = await Promise.all([loadSelfView(actor, documentId, at), loadXRay(actor, documentId, at)]);
  if (!page || !xRay) throw new NotFound();
  const { template, texts, sections } = page;
  const standings = sections.flatMap(({ key, ready, openComments, beside, writers }) => {
    const definition = template.sections.find((section) => section.key === key);
    const content = texts.find((text) => text.key === key)?.content ?? {};
    const childData = xRay.childData.filter(({ sectionKey }) => sectionKey === key).length;
    return definition ? [{ definition, content, ready, openComments, beside, childData, writers }] : [];
  });
  return { ...page, toDos: toDos(standings, template.journey, today(at)) };
}

export type MissingPage = Awaited<ReturnType<typeof loadMissing>>;
