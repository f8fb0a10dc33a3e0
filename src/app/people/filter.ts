import type { PlaceOverview, PostOverview } from '@/server/people/load';

export const SHOWING = [
  { value: 'all', label: 'Every post' },
  { value: 'vacant', label: 'Vacant posts' },
  { value: 'cover', label: 'Posts with cover' },
  { value: 'changing', label: 'Changing hands' },
];

export function showingOf(value: string | undefined): string {
  return SHOWING.find((option) => option.value === value)?.value ?? 'all';
}

/** The posts that fit, by place; a place whose own name fits keeps all of its posts. Places without any are left out. */
export function filterPlaces(places: readonly PlaceOverview[], { find, show }: { find: string; show: string }): PlaceOverview[] {
  const words = find.toLowerCase();
  return places
    .map((place) => ({ ...place, posts: place.posts.filter((post) => isShown(post, show) && (fits(place.name, words) || isFound(post, words))) }))
    .filter((place) => place.posts.length > 0);
}

function isShown(post: PostOverview, show: string): boolean {
  if (show === 'vacant') return post.isVacant;
  if (show === 'cover') return post.holders.some((holder) => holder.acting);
  if (show === 'changing') return post.coming.length > 0 || post.holders.some((holder) => holder.endsOn !== null);
  return true;
}

function isFound(post: PostOverview, words: string): boolean {
  return [post.name, ...post.holders.flatMap((holder) => [holder.personName, holder.email]), ...post.coming.map((one) => one.personName)].some((text) => fits(text, words));
}

function fits(text: string, words: string): boolean {
  return text.toLowerCase().includes(words);
}
