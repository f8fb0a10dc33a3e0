import type { DocumentFacts } from './facts';

/** The page of a document, by its kind. */
export function documentAddress({ id, kind, cycleId }: Pick<DocumentFacts, 'id' | 'kind' | 'cycleId'>): string {
  switch (kind) {
    case 'self-view':
      return `/self-views/${id}`;
    case 'mou':
      return `/memoranda/${id}`;
    case 'questions':
      return `/packs/${id}`;
    case 'preparation':
      return '/forums';
    case 'forum-notes':
      return `/forum-notes/${id}`;
    case 'annual-conversation':
      return `/annual-conversations/${id}`;
    case 'action-plan':
      return `/action-plans/${id}`;
    case 'paper':
      return `/papers/${id}`;
    case 'regional-profile':
    case 'programme':
      return `/cycles/${cycleId}/papers/${id}`;
  }
}

/** The page on which a section is written. A preparation stands at its session (`forumId`). */
export function writingAddress(doc: Pick<DocumentFacts, 'id' | 'kind' | 'cycleId' | 'slot'>, sectionKey: string, forumId: string | null = null): string {
  switch (doc.kind) {
    case 'self-view':
      return `/self-views/${doc.id}/sections/${encodeURIComponent(sectionKey)}`;
    case 'forum-notes':
      return `/forum-notes/${doc.id}/draft`;
    case 'preparation':
      return `/forums/${forumId}/sessions/${doc.slot}/prepare`;
    default:
      return documentAddress(doc);
  }
}

const sectionAddress = (documentId: string, sectionKey: string) => `/documents/${documentId}/sections/${encodeURIComponent(sectionKey)}`;

/** The two texts of a section that two people changed in the same place. */
export const besideAddress = (documentId: string, sectionKey: string, besideId: string) => `${sectionAddress(documentId, sectionKey)}/beside/${besideId}`;

/** Every earlier save of a section. */
export const savesAddress = (documentId: string, sectionKey: string) => `${sectionAddress(documentId, sectionKey)}/saves`;

/** Takes what is typed into one section, and says who else writes there. */
export const draftAddress = (documentId: string, sectionKey: string) => `/documents/${documentId}/draft?section=${encodeURIComponent(sectionKey)}`;
