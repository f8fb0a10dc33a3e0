import { PARTNER_OFFICES, postName, type Actor, type Office } from '@/domain/model';
import { isDemonstration } from '@/server/is-demonstration';
import type { ShellViewer } from './shell';

interface NavSection {
  href: string;
  label: string;
  /** Offices whose holders see it; absent for everyone. */
  offices?: readonly Office[];
}

const AUTHORITY: readonly Office[] = ['dcs', 'assistant-director', 'lead-member', 'chief-executive', 'data-lead', 'policy-officer', 'contributor', 'group-lead'];
const REGION: readonly Office[] = ['sli-coordinator', 'facilitator', 'data-group-chair', 'data-group-member', 'board-chair', 'board-member', 'regional-chair'];

const NAV: readonly NavSection[] = [
  { href: '/my-work', label: 'My work' },
  { href: '/cycle', label: 'Cycle', offices: [...AUTHORITY, ...REGION, ...PARTNER_OFFICES] },
  { href: '/forums', label: 'Forums', offices: [...AUTHORITY, ...REGION] },
  { href: '/questions', label: 'Questions', offices: ['sli-coordinator', 'data-group-chair', 'data-group-member'] },
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
    sections: NAV.filter(({ offices }) => !offices || actor.posts.some((post) => offices.includes(post.office))).map(({ href, label }) => ({ href, label })),
  };
}
