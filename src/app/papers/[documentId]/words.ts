import type { PaperPage } from '@/server/papers/load';

const listed = (names: readonly string[]) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

/** "When the regional team has issued it, it opens to Wigan." */
export function openedWhen({ stage, to }: PaperPage['opens'][number]): string {
  const whom = to.length === 0 ? 'to nobody else' : `to ${listed(to)}`;
  switch (stage) {
    case 'handed-over':
      return `It opens at once, as it is then, ${whom}.`;
    case 'signed':
      return `When everyone who must has signed, it opens ${whom}.`;
    case 'issued':
      return `When the regional team has issued it, it opens ${whom}.`;
  }
}
