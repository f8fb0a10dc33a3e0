// The processes that every region begins with, in the order in which they are offered. A region runs them as they are, alters them, or
// makes its own. Their keys never change: running cycles and a region's own versions hang from them.
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { NORTH_WEST_PROCESS } from './north-west-annual-cycle';
import { ANNUAL_SELF_ASSESSMENT } from './annual-self-assessment';
import { CORE_CHALLENGE } from './core-challenge';
import { CONCURRENT_THEME } from './concurrent-theme';
import { MODERATED_SELF_ASSESSMENT } from './moderated-self-assessment';
import { PAIRED_HEALTH_CHECK } from './paired-health-check';
import { PARTNERSHIP_CHALLENGE } from './partnership-challenge';
import { THEMATIC_REVIEW } from './thematic-review';
import { TRIADS_AND_QUARTETS } from './triads-and-quartets';

export interface ShippedProcess {
  key: string;
  definition: ProcessTemplateDefinition;
}

export const SHIPPED_PROCESSES: readonly ShippedProcess[] = [
  { key: 'annual-cycle', definition: NORTH_WEST_PROCESS },
  { key: 'annual-self-assessment', definition: ANNUAL_SELF_ASSESSMENT },
  { key: 'core-challenge', definition: CORE_CHALLENGE },
  { key: 'partnership-challenge', definition: PARTNERSHIP_CHALLENGE },
  { key: 'concurrent-theme', definition: CONCURRENT_THEME },
  { key: 'moderated-self-assessment', definition: MODERATED_SELF_ASSESSMENT },
  { key: 'thematic-review', definition: THEMATIC_REVIEW },
  { key: 'paired-health-check', definition: PAIRED_HEALTH_CHECK },
  { key: 'triads-and-quartets', definition: TRIADS_AND_QUARTETS },
];
