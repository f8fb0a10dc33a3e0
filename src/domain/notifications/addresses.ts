// What an address of the product opens, so that no message leads its receiver to a page that is closed to them.
import type { Actor } from '../model';
import { followsRegion } from '../model';
import { permits } from '../permissions';

export type Opens = { document: string } | { forum: string } | { region: 'board' | 'questions' | 'records' } | { own: true };

const ID = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const DOCUMENT = new RegExp(`^/(?:documents|self-views|memoranda|questions|packs|forum-notes|annual-conversations|action-plans|papers|cycles/[^/]+/papers)/${ID}`);
const FORUM = new RegExp(`^/forums/${ID}`);

export function opensWhat(path: string): Opens {
  const document = DOCUMENT.exec(path);
  if (document) return { document: document[1]! };
  const forum = FORUM.exec(path);
  if (forum) return { forum: forum[1]! };
  if (path.startsWith('/questions')) return { region: 'questions' };
  // It leads to the one that is theirs, and to nothing where none is.
  if (/^\/cycles\/[^/]+\/steps\/[^/]+\/paper\b/.test(path)) return { own: true };
  if (/^\/cycles\/[^/]+\/(steps|dates)\b/.test(path)) return { region: 'records' };
  if (/^\/(cycles|forums\/new)\b/.test(path)) return { region: 'board' };
  return { own: true };
}

/** `documents` are those that the actor may see now. */
export function mayOpen(actor: Pick<Actor, 'posts'>, path: string, documents: ReadonlySet<string>): boolean {
  const opens = opensWhat(path);
  if ('document' in opens) return documents.has(opens.document);
  if ('forum' in opens) return actor.posts.some(followsRegion);
  if ('own' in opens) return true;
  return actor.posts.some((post) => {
    if (opens.region === 'questions') return ['sli-coordinator', 'data-group-chair', 'data-group-member'].includes(post.office);
    if (opens.region === 'records') return post.office === 'sli-coordinator' || post.office === 'group-lead';
    return permits('cycle.see-board', post, { regionId: post.region.id });
  });
}
