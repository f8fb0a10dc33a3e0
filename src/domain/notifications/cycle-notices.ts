import { dayInWords } from '../deadlines';
import { nameOfKind } from '../documents/facts';
import type { StepAt } from '../workflow';
import type { Happened } from './happened';
import { byDay, capital, by, documentPath, stepDoneBy, whose, type Notice } from './notice';
import { any, directorsOfCycle, everyGroupLead, givenPost, ofAuthority, ofRegion, subjectPost, thoseItFallsTo } from './receivers';

/** Which step of which place the event names. */
const namedStep = ({ cycle, data }: Happened): StepAt | null => cycle?.steps.all.find(({ step, scope }) => step.key === data.stepKey && scope === data.scope) ?? null;

const place = (happened: Happened) => (happened.authority ? `${happened.authority.name}: ` : '');

/** In a process that asks for one. */
function selfViewByDay(happened: Happened): string {
  const step = stepDoneBy('put-for-signature', 'self-view')(happened);
  return step ? `: ${nameOfKind('self-view', happened.cycle?.facts.process?.words)}${byDay(step)}` : '';
}

/** Its group or its set, and when its forum is, as far as the process has them. */
function whereItStands({ authority, group, set, with: mates, wave, forum = 'forum' }: Happened['data']): string {
  const facts = [group && `is in the ${group} group`, set && `is in ${set}, with ${mates}`, wave && `has its ${forum} in ${wave}`].filter(Boolean);
  return facts.length > 0 ? `${authority} ${facts.join(' and ')}.` : '';
}

export const CYCLE_NOTICES = {
  'appointment.made': {
    urgency: 'digest',
    to: subjectPost,
    subject: ({ data }) => `${data.person} was appointed ${data.post}`,
    says: () => 'What this post owes, and what it may read, stands under My work as soon as the appointment begins.',
    opens: () => '/my-work',
  },
  'appointment.ended': {
    urgency: 'digest',
    to: subjectPost,
    subject: ({ data }) => `${data.person} is ${data.post} until ${data.until}`,
    says: () => 'What the post owes goes to whoever holds it next.',
    opens: () => '/my-work',
  },
  'cycle.opened': {
    urgency: 'digest',
    to: any(everyGroupLead, ofRegion('facilitator', 'data-group-chair', 'data-group-member', 'board-chair', 'regional-chair')),
    subject: ({ data }) => `The ${data.cycle} cycle has been opened`,
    says: (happened) => `${capital(by(happened))} has opened it for ${happened.data.count} authorities, with all its dates.`,
    opens: () => '/cycle',
  },
  'authority.placed': {
    urgency: 'digest',
    needs: ['steps'],
    to: ofAuthority('dcs'),
    subject: (happened) => `${happened.data.authority} takes part in the ${happened.data.cycle} cycle${selfViewByDay(happened)}`,
    says: ({ data }) => [whereItStands(data), data.lead && `Its lead peer challenger is ${data.lead}.`].filter(Boolean).join(' ') || 'What is due by when stands on its page.',
    opens: () => '/cycle',
  },
  'cycle.closed': {
    urgency: 'digest',
    needs: ['steps'],
    to: any(directorsOfCycle, everyGroupLead, ofRegion('facilitator', 'data-group-chair', 'board-chair', 'regional-chair')),
    subject: ({ data }) => `The ${data.cycle} cycle has been closed`,
    says: () => 'Its documents can still be read, and action plans go on.',
    opens: () => '/cycle',
  },
  'date.moved': {
    urgency: 'digest',
    needs: ['steps'],
    to: thoseItFallsTo(namedStep),
    subject: (happened) => `${place(happened)}“${happened.data.step}” is now due on ${happened.data.to}`,
    says: (happened) => `${capital(by(happened))} moved it from ${happened.data.from}.${happened.data.along ? ` With it move: ${happened.data.along}.` : ''} The reason stands beside the dates.`,
    opens: () => '/cycle',
  },
  'step.waived': {
    urgency: 'digest',
    needs: ['steps'],
    to: thoseItFallsTo(namedStep),
    subject: (happened) => `${place(happened)}“${happened.data.step}” is not needed`,
    says: (happened) => `${capital(by(happened))} has recorded why.`,
    opens: () => '/cycle',
  },
  'step.reopened': {
    urgency: 'digest',
    needs: ['steps'],
    to: thoseItFallsTo(namedStep),
    subject: (happened) => `${place(happened)}“${happened.data.step}” is open again`,
    says: (happened) => `${capital(by(happened))} has recorded why.`,
    opens: () => '/cycle',
  },
  'section.assigned': {
    urgency: 'digest',
    needs: ['document'],
    ownSide: true,
    to: givenPost,
    subject: (happened) => `${whose(happened)} ${happened.data.document}: write the section “${happened.data.section}”${happened.data.dueOn ? ` by ${dayInWords(String(happened.data.dueOn))}` : ''}`,
    says: (happened) => `${capital(by(happened))} has given it to you. Mark it ready when it can be reviewed.`,
    opens: (happened) => `${documentPath(happened)}/sections/${happened.data.sectionKey}`,
  },
} satisfies Record<string, Notice>;
