// What is told of how a process goes on: who was found for a role, into which set an authority came, what came between, which paper is there.
import { dayInWords } from '../deadlines';
import { dayAt } from '../forums/clock';
import type { HeldPost } from '../model';
import { actsForOneOf } from '../roles/parts-told';
import type { Happened } from './happened';
import { by, capital, documentPath, paperOf, type Notice } from './notice';
import { any, assistantDirectorNamed, chairsNamed, directorsNamed, directorsOfCycle, inTheCalendars, ofAuthority, ofRegion, peerNamed, signatoriesOfThoseWhoCame, thoseOfItsParts, thoseWhoOweOfPaper, voidedSignatories } from './receivers';

const isOfTheOneThatLeft = (post: HeldPost, { authority }: Happened) => authority !== null && (post.authority ?? post.partnerOf)?.id === authority.id;

/** Where somebody comes, others are asked for more than stands on its page. */
const askedToo = (post: HeldPost, { data }: Happened) => (actsForOneOf(post, data.parts) ? ' What is asked of you now stands under My work.' : '');

const regionTeam = ofRegion('sli-coordinator', 'facilitator');

export const PROCESS_NOTICES = {
  'peer.assigned': {
    urgency: 'digest',
    needs: ['steps'],
    to: peerNamed,
    subject: ({ data }) => `You were found as ${data.role} for ${data.authority}`,
    says: ({ data }) => `What ${data.peer} is asked to do for ${data.authority}, and by when, stands under My work when its turn comes.`,
    opens: () => '/my-work',
  },
  'peer.ended': {
    urgency: 'digest',
    to: any(directorsNamed, thoseOfItsParts),
    subject: ({ data }) => `${data.peer} is no longer ${data.role} for ${data.authority}`,
    says: (happened) => `${capital(by(happened))} has recorded why. Nothing more is asked of ${happened.data.peer} there.`,
    opens: () => '/my-work',
  },
  'sets.made': {
    urgency: 'digest',
    needs: ['steps'],
    to: directorsOfCycle,
    subject: ({ data }) => `You are in one of the ${data.count} ${data.word}s of the ${data.cycle} cycle`,
    says: () => 'With whom, and what is due by when, stands on the page of your authority.',
    opens: () => '/cycle',
  },
  'sets.changed': {
    urgency: 'digest',
    to: any(directorsNamed, assistantDirectorNamed),
    subject: ({ data }) => `${data.set} was changed`,
    says: (happened) => `${capital(by(happened))} has changed it: ${happened.data.what}.`,
    opens: () => '/cycle',
  },
  'task-group.set-up': {
    urgency: 'digest',
    to: any(directorsNamed, assistantDirectorNamed),
    subject: ({ data }) => `The task and finish group “${data.name}” was set up`,
    says: ({ data }) => `Its designated DCS link is the Director of ${data.link}.${data.adLead ? ` An Assistant Director of ${data.adLead} leads it.` : ''}`,
    opens: () => '/cycle',
  },
  'cycle.template-moved': {
    urgency: 'digest',
    needs: ['steps'],
    to: any(directorsOfCycle, ofRegion('facilitator')),
    subject: ({ data }) => `The ${data.cycle} cycle goes on by version ${data.version} of its process`,
    says: (happened) => `${capital(by(happened))} has moved it. What changed stands beside the dates.`,
    opens: () => '/cycle',
  },
  'authority.inspected': {
    urgency: 'digest',
    to: any(directorsNamed, chairsNamed, thoseOfItsParts, ofRegion('facilitator', 'data-group-chair')),
    subject: ({ data }) => `${data.authority} is being inspected: its steps go on from ${data.on}`,
    says: (happened) => `${capital(by(happened))} has moved what was still to come. New dates stand on its page.`,
    opens: () => '/cycle',
  },
  'authority.swapped': {
    urgency: 'digest',
    needs: ['forums'],
    calendar: true,
    to: any(directorsNamed, chairsNamed, thoseOfItsParts, inTheCalendars, ofRegion('facilitator')),
    subject: ({ data }) => `${data.authority} and ${data.other} change places`,
    says: (happened) => `${capital(by(happened))} has changed it. New dates stand on the page of each.`,
    opens: () => '/cycle',
  },
  'authority.withdrew': {
    urgency: 'digest',
    needs: ['forums'],
    calendar: true,
    to: any(directorsNamed, chairsNamed, thoseOfItsParts, inTheCalendars, ofRegion('facilitator', 'data-group-chair')),
    subject: ({ data }) => `${data.authority} has left the ${data.cycle} cycle`,
    says: (happened, post) => `${capital(by(happened))} has recorded why. ${isOfTheOneThatLeft(post, happened) ? 'What was done stays; nothing more is asked.' : `It left on ${dayInWords(dayAt(happened.at))}. What is asked of you now stands under My work.`}`,
    opens: (happened, post) => (isOfTheOneThatLeft(post, happened) ? '/cycle' : '/my-work'),
  },
  'authority.joined': {
    urgency: 'digest',
    needs: ['forums'],
    calendar: true,
    to: any(directorsNamed, chairsNamed, thoseOfItsParts, signatoriesOfThoseWhoCame, inTheCalendars, ofRegion('facilitator', 'data-group-chair')),
    subject: ({ data }) => `${data.authority} has joined the ${data.cycle} cycle`,
    says: (happened, post) => `${capital(by(happened))} has recorded it. What is due by when stands on its page.${askedToo(post, happened)}`,
    opens: () => '/cycle',
  },
  'authority.reorganised': {
    urgency: 'digest',
    needs: ['forums'],
    calendar: true,
    to: any(directorsNamed, chairsNamed, thoseOfItsParts, signatoriesOfThoseWhoCame, inTheCalendars, ofRegion('facilitator', 'data-group-chair')),
    subject: ({ data }) => `${data.successors} take the place of ${data.authority} in the ${data.cycle} cycle`,
    says: (happened, post) => `${capital(by(happened))} has recorded it. What was done comes along; what is due by when stands on their pages.${askedToo(post, happened)}`,
    opens: () => '/cycle',
  },
  'paper.handed-over': {
    urgency: 'digest',
    needs: ['document', 'steps'],
    to: any(thoseWhoOweOfPaper, regionTeam),
    subject: (happened) => `${paperOf(happened)} ${String(happened.data.document).endsWith('s') ? 'are' : 'is'} there`,
    says: (happened) => `${capital(by(happened))} handed it over.`,
    opens: documentPath,
  },
  'paper.reopened': {
    urgency: 'digest',
    needs: ['document'],
    to: voidedSignatories,
    subject: (happened) => `${paperOf(happened)}: opened again after you signed`,
    says: () => 'Your signature on the earlier text no longer counts. Why stands beside the text; when it comes to you again, what changed can be compared.',
    opens: documentPath,
  },
  'paper.issued': {
    urgency: 'digest',
    needs: ['document', 'steps'],
    to: any(ofAuthority('dcs', 'assistant-director'), thoseWhoOweOfPaper),
    subject: (happened) => `${paperOf(happened)}: issued to you`,
    says: (happened) => `${capital(by(happened))} has issued it.`,
    opens: documentPath,
  },
} satisfies Record<string, Notice>;
