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
    case 'regional-profile':
    case 'programme':
      return `/cycles/${cycleId}/papers/${id}`;
  }
}
