import { documentInWords } from '@/domain/documents/in-words';
import type { Actor } from '@/domain/model';
import { db } from '../db';
import { placeOf, type DocumentPlace } from '../documents/load';
import { findVersionText } from '../documents/store';
import { NotFound } from '../not-found';
import { visibleDocuments } from '../visible';
import { findRelease } from './store';

export interface ReleasedLine {
  id: string;
  authority: string;
  cycle: string;
  why: string;
  releasedAt: Date;
  untilAt: Date | null;
}

const OUTSIDE = /^(ofsted|lga|dfe):/;

/** Everything that is released to the bodies that this person speaks for, and nothing else. */
export async function loadReleased(actor: Actor, at: Date): Promise<ReleasedLine[]> {
  const audiences = actor.audiences.filter((audience) => OUTSIDE.test(audience));
  if (audiences.length === 0) throw new NotFound();
  const releases = await db.release.findMany({
    where: { audience: { in: audiences }, revokedAt: null, OR: [{ untilAt: null }, { untilAt: { gt: at } }], document: visibleDocuments({ audiences }, at) },
    orderBy: { releasedAt: 'desc' },
    select: { id: true, why: true, releasedAt: true, untilAt: true, document: { select: { authority: { select: { shortName: true } }, cycle: { select: { name: true } } } } },
  });
  return releases.map(({ document, ...release }) => ({ ...release, authority: document.authority?.shortName ?? '', cycle: document.cycle.name }));
}

/** The exact text that was released. Open it (open-release.ts) before showing it. */
export async function loadRelease(actor: Actor, releaseId: string, at: Date) {
  const { release, pack } = await findRelease(db, actor, releaseId, at);
  const version = pack.versions.find(({ id }) => id === release.versionId);
  const act = pack.acts.findLast(({ kind, versionId }) => kind === 'released' && versionId === release.versionId);
  if (!version) throw new NotFound();
  const place: DocumentPlace = await placeOf(pack);
  return { release, version, why: act?.reason ?? '', place, text: documentInWords(await findVersionText(db, version.id), null) };
}
