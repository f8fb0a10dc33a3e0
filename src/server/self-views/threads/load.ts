import type { Act, ActKind, SectionText } from '@/domain/documents/facts';
import { sharedVersion } from '@/domain/documents/state';
import type { Actor, Day } from '@/domain/model';
import type { OwnArea } from '@/domain/self-views/content';
import { areasOfLatest } from '@/domain/self-views/own-area';
import { threadsOf, type Thread, type ViewOfYear } from '@/domain/self-views/threads';
import { audience, seesDraft } from '@/domain/visibility';
import { dayOf } from '../../days';
import { db } from '../../db';
import { sectionsWithFigures } from '../../documents/figures/store';
import { findPredecessors } from '../../documents/predecessors';
import { NotFound } from '../../not-found';
import { liveShares, visibleDocuments } from '../../visible';
import { findTemplateById } from '../store';

export interface ThreadsPage {
  authority: { name: string; slug: string };
  region: string;
  isOwn: boolean;
  /** Oldest first: the self-views that this reader may read. */
  views: readonly { cycle: string; documentId: string; draft: boolean }[];
  threads: readonly Thread[];
}

/** Strengths and areas of an authority, and of the one it took over from, over the cycles: from those self-views that the reader may read and no others. */
export async function loadThreads(actor: Actor, slug: string, at: Date): Promise<ThreadsPage> {
  const page = await threadsFor(actor, slug, at);
  if (page.views.length === 0) throw new NotFound();
  return page;
}

/** Of the self-views that the reader may read: the areas of the latest, to choose a theme from, and every thread that there is to see. */
export async function loadAreas(actor: Actor, slug: string, at: Date): Promise<{ choices: OwnArea[]; threads: ReadonlySet<string> }> {
  const { views, threads } = await threadsFor(actor, slug, at);
  return { choices: areasOfLatest(views, threads), threads: new Set(threads.map(({ thread }) => thread)) };
}

async function threadsFor(actor: Actor, slug: string, at: Date): Promise<ThreadsPage> {
  const authority = await db.authority.findUnique({ where: { slug }, select: { id: true, shortName: true, slug: true, region: { select: { name: true } } } });
  if (!authority) throw new NotFound();
  const predecessors = await findPredecessors(db, authority.id);
  const ids = [authority.id, ...predecessors.map(({ id }) => id)];
  const [views, actions] = await Promise.all([readableViews(actor, ids, at), visibleActions(actor, ids, at)]);
  const named = (view: (typeof views)[number]) => (view.authorityId === authority.id ? view.cycle : `${view.cycle}, ${predecessors.find(({ id }) => id === view.authorityId)?.name}`);
  return {
    authority: { name: authority.shortName, slug: authority.slug },
    region: authority.region.name,
    isOwn: actor.audiences.includes(audience.authority(authority.id)),
    views: views.map((view) => ({ cycle: named(view), documentId: view.documentId, draft: view.draft })),
    threads: threadsOf(views.map((view): ViewOfYear => ({ ...view, cycle: named(view), actions: actions.filter((action) => action.cycleId === view.cycleId && action.authorityId === view.authorityId) }))),
  };
}

/** What was handed on; the newest as it is written, for those who see the draft. */
async function readableViews(actor: Actor, authorityIds: readonly string[], at: Date): Promise<(Omit<ViewOfYear, 'actions'> & { cycleId: string; authorityId: string })[]> {
  const rows = await db.document.findMany({
    where: { kind: 'self-view', authorityId: { in: [...authorityIds] }, ...visibleDocuments(actor, at) },
    orderBy: [{ cycle: { anchorOn: 'asc' } }, { createdAt: 'asc' }],
    select: {
      id: true,
      authorityId: true,
      cycleId: true,
      templateId: true,
      cycle: { select: { name: true } },
      shares: true,
      acts: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      versions: { orderBy: { number: 'asc' }, select: { id: true, number: true, contentHash: true, createdAt: true } },
    },
  });
  const chosen = rows.flatMap((row, index): { row: (typeof rows)[number]; versionId: string | null; draft: boolean }[] => {
    const draft = seesDraft(actor, row.shares, at);
    const handedOn = sharedVersion({ kind: 'self-view', acts: row.acts.map((act): Act => ({ ...act, kind: act.kind as ActKind })), versions: row.versions });
    if (draft && (index === rows.length - 1 || !handedOn)) return [{ row, versionId: null, draft: true }];
    return handedOn ? [{ row, versionId: handedOn.id, draft: false }] : [];
  });
  const versions = await db.documentVersion.findMany({ where: { id: { in: chosen.flatMap(({ versionId }) => versionId ?? []) } }, select: { id: true, content: true } });
  const live = await db.section.findMany({ where: { documentId: { in: chosen.filter(({ versionId }) => !versionId).map(({ row }) => row.id) } }, orderBy: { ordinal: 'asc' }, select: { documentId: true, key: true, title: true, content: true } });
  return Promise.all(
    chosen.map(async ({ row, versionId, draft }) => {
      const text = versionId ? versions.find(({ id }) => id === versionId)!.content : live.filter(({ documentId }) => documentId === row.id).map(({ key, title, content }) => ({ key, title, content }));
      const sections = text as unknown as SectionText[];
      return {
        documentId: row.id,
        cycleId: row.cycleId,
        authorityId: row.authorityId!,
        cycle: row.cycle.name,
        draft,
        template: row.templateId ? await findTemplateById(db, row.templateId) : null,
        sections: draft ? await sectionsWithFigures(db, row.id, sections) : sections,
      };
    }),
  );
}

async function visibleActions(actor: Actor, authorityIds: readonly string[], at: Date) {
  const rows = await db.action.findMany({
    where: { document: { authorityId: { in: [...authorityIds] }, shares: { some: { ...liveShares(actor.audiences, at), frozenOnly: false } } } },
    orderBy: { ordinal: 'asc' },
    select: { id: true, documentId: true, finding: true, action: true, dueOn: true, doneAt: true, impactShownAt: true, stoppedAt: true, closedAt: true, cycleAuthority: { select: { cycleId: true, authorityId: true } } },
  });
  return rows.map(({ id, documentId, finding, action, dueOn, cycleAuthority, ...facts }) => ({ id, documentId, finding, action, dueOn: dayOf(dueOn) as Day, standing: standingOf(facts), ...cycleAuthority }));
}

function standingOf({ doneAt, impactShownAt, stoppedAt, closedAt }: { doneAt: Date | null; impactShownAt: Date | null; stoppedAt: Date | null; closedAt: Date | null }): string {
  if (stoppedAt) return 'stopped';
  if (impactShownAt) return 'impact shown';
  if (doneAt || closedAt) return 'done';
  return 'open';
}
