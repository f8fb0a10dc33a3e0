import { PARTNER_OFFICES, postName, type Actor, type Office, type UnderWay } from '@/domain/model';
import { plural } from '@/domain/place-names';
import { isDemonstration } from '@/server/is-demonstration';
import type { ShellViewer } from './shell';

interface NavSection {
  href: string;
  label: string;
  /** Offices whose holders see it; absent for everyone. */
  offices?: readonly Office[];
  /** What a cycle under way must ask for; absent where it does not matter. */
  of?: keyof Pick<UnderWay, 'forums' | 'questions'>;
}

const AUTHORITY: readonly Office[] = ['dcs', 'assistant-director', 'lead-member', 'chief-executive', 'data-lead', 'policy-officer', 'contributor', 'group-lead'];
const REGION: readonly Office[] = ['sli-coordinator', 'facilitator', 'data-group-chair', 'data-group-member', 'board-chair', 'board-member', 'regional-chair'];

const NAV: readonly NavSection[] = [
  { href: '/my-work', label: 'My work' },
  { href: '/cycle', label: 'Cycle', offices: [...AUTHORITY, ...REGION, ...PARTNER_OFFICES] },
  { href: '/calendar', label: 'Calendar', offices: [...AUTHORITY, ...REGION, ...PARTNER_OFFICES] },
  { href: '/forums', label: 'Forums', offices: [...AUTHORITY, ...REGION], of: 'forums' },
  { href: '/questions', label: 'Questions', offices: ['sli-coordinator', 'data-group-chair', 'data-group-member'], of: 'questions' },
  { href: '/action-plans', label: 'Action plans', offices: [...AUTHORITY, ...REGION] },
  { href: '/released', label: 'Released', offices: ['ofsted', 'lga', 'dfe'] },
  { href: '/people', label: 'People', offices: ['sli-coordinator', 'dcs'] },
  { href: '/word-templates', label: 'Word templates', offices: ['sli-coordinator'] },
  { href: '/outbox', label: 'Outbox', offices: ['sli-coordinator'] },
];

/** What the frame of a page shows of the person: their posts, the one they act in, and the parts of the product that concern those posts. */
export function viewerOf(actor: Actor): ShellViewer {
  return {
    region: actor.as?.region.name ?? 'Regional peer challenge',
    acting: actor.posts.map((post) => ({ id: post.id, label: postName(post), ...(post.acting ? { hint: 'As cover' } : {}) })),
    current: actor.as?.id ?? '',
    name: actor.name,
    demo: isDemonstration(),
    sections: NAV.filter((section) => concerns(section, actor)).map((section) => ({ href: section.href, label: labelOf(section, actor) })),
  };
}

function concerns({ offices, of }: NavSection, { posts, underWay }: Actor): boolean {
  if (offices && !posts.some((post) => offices.includes(post.office))) return false;
  return !of || !underWay || Boolean(underWay[of]);
}

/** In the region's own word where it has one. */
function labelOf({ label, of }: NavSection, { underWay }: Actor): string {
  const word = of === 'forums' && underWay?.forums;
  return word ? `${word.charAt(0).toUpperCase()}${plural(word).slice(1)}` : label;
}
