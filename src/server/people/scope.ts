import type { Actor } from '@/domain/model';

/** Whose people the actor looks after: a coordinator the region's, a DCS those of their own authority. */
export interface Scope {
  regionIds: readonly string[];
  authorityIds: readonly string[];
}

export function scopeOf({ posts }: Pick<Actor, 'posts'>): Scope {
  return {
    regionIds: posts.filter(({ office }) => office === 'sli-coordinator').map(({ region }) => region.id),
    authorityIds: posts.flatMap(({ office, authority }) => (office === 'dcs' && authority ? [authority.id] : [])),
  };
}

export function isEmptyScope({ regionIds, authorityIds }: Scope): boolean {
  return regionIds.length + authorityIds.length === 0;
}
