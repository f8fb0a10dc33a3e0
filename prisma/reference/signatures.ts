// Signatures of risk are what puts authorities most at risk of failing, signatures of strength what moves them towards good. The sources
// name the lists and do not give them: the wording is our own, to be replaced by the region's (2-self-view.md section 5.4).
import type { z } from 'zod';
import type { sectionDefinition } from '@/domain/documents/template';

const RISK = [
  { value: 'turnover', label: 'Turnover of the DCS or of the senior team' },
  { value: 'vacancies', label: 'Many vacancies or agency staff' },
  { value: 'caseloads', label: 'Growing caseloads' },
  { value: 'overdue', label: 'Rising unallocated or overdue work' },
  { value: 'timeliness', label: 'Falling timeliness' },
  { value: 'rosier', label: 'A self-view more positive than data or audit' },
  { value: 'audit', label: 'No audit, or audit that nobody moderates' },
  { value: 'grip', label: 'Weak grip by Lead Member or scrutiny' },
  { value: 'budget', label: 'Budget shock or restructure' },
  { value: 'partners', label: 'Partners who disengage' },
  { value: 'slippage', label: 'Repeated slippage on the action plan' },
  { value: 'surprise', label: 'Surprise at the last inspection' },
];

const STRENGTH = [
  { value: 'stable', label: 'Stable leadership' },
  { value: 'honest', label: 'An honest self-view that matches the data' },
  { value: 'model', label: 'A practice model that is part of daily work' },
  { value: 'audit', label: 'Audit that changes practice' },
  { value: 'caseloads', label: 'Manageable caseloads' },
  { value: 'early-help', label: 'Strong early help' },
  { value: 'voice', label: 'Children’s voice that shapes change' },
  { value: 'ownership', label: 'Corporate and political ownership' },
  { value: 'support', label: 'Support given to other authorities' },
];

export const SIGNATURES: z.input<typeof sectionDefinition> = {
  key: 'signatures',
  title: 'Signatures of risk and strength',
  guidance: 'Things that put authorities most at risk of failing, and things that move them towards good.',
  fields: [
    { key: 'risk', kind: 'checklist', label: 'Signatures of risk', hint: 'Say what is present, and how you know.', options: RISK },
    { key: 'strength', kind: 'checklist', label: 'Signatures of strength', hint: 'Say what is present, and how you know.', options: STRENGTH },
  ],
};
