import type { Happened } from './happened';
import { areSeveral, by, byDay, capital, documentPath, haveBeen, owedStep, owedStepOfPaper, paperOf, stepDoneBy, them, whose, type Notice } from './notice';
import { any, challengers, groupLead, leadChallenger, namedSignatories, nobody, ofAuthority, ofRegion, thoseWhoOwe, thoseWhoOweOfPaper, thoseWhoOweOrHelp, voidedSignatories, writersOfPaper, writersOfSection, type Receivers } from './receivers';

const signingOwn = owedStep('signed');
const signingPaper = owedStepOfPaper('signed');
const signing = (happened: Happened) => (isOfProcess(happened) ? signingPaper : signingOwn)(happened);
const commenting = owedStep('made-final');
const accepting = owedStep('accepted', 'self-view');
const releasing = owedStep('released');

const writers = ofAuthority('dcs', 'assistant-director', 'policy-officer');
const signatories = ofAuthority('dcs', 'lead-member', 'chief-executive');
const region = ofRegion('sli-coordinator', 'facilitator');

const kindIn = ({ document }: Happened, ...kinds: string[]) => document !== null && kinds.includes(document.kind);
const isPaper = (happened: Happened) => kindIn(happened, 'regional-profile', 'programme');
/** A paper of a process, which has writers and signatories of its own. */
const isOfProcess = (happened: Happened) => kindIn(happened, 'paper');
const isPlan = (happened: Happened) => kindIn(happened, 'action-plan');
const isNotes = (happened: Happened) => kindIn(happened, 'forum-notes');

const when =
  (holds: (happened: Happened) => boolean, receivers: Receivers, otherwise: Receivers = nobody): Receivers =>
  (post, happened) =>
    (holds(happened) ? receivers : otherwise)(post, happened);

/** A notice that words are wanted of every post that still has to sign. */
const asksToSign = {
  urgency: 'now',
  needs: ['steps', 'document'],
  to: when(isOfProcess, thoseWhoOweOfPaper, thoseWhoOwe(signingOwn)),
  asks: signing,
  opens: (happened) => (isOfProcess(happened) ? documentPath(happened) : `/documents/${happened.document!.id}/sign`),
} as const satisfies Partial<Notice>;

export const DOCUMENT_NOTICES = {
  'document.put-for-review': {
    urgency: 'digest',
    needs: ['document'],
    ownSide: true,
    to: ofAuthority('dcs', 'assistant-director', 'data-lead', 'policy-officer', 'lead-member', 'chief-executive'),
    subject: (happened) => `${paperOf(happened)}: read it and comment`,
    says: (happened) => `${capital(by(happened))} has put it out for review within the authority. Nobody outside sees it or your comments.`,
    opens: documentPath,
  },
  'section.ready': {
    urgency: 'digest',
    needs: ['document'],
    ownSide: true,
    to: ofAuthority('dcs', 'policy-officer'),
    subject: (happened) => `${paperOf(happened)}: “${happened.data.section}” is ready for review`,
    says: (happened) => `${capital(by(happened))} has marked it ready.`,
    opens: documentPath,
  },
  'document.commented': {
    urgency: 'digest',
    needs: ['document'],
    ownSide: true,
    to: any(ofAuthority('dcs', 'policy-officer'), writersOfSection),
    subject: (happened) => `${paperOf(happened)}: comments from colleagues`,
    says: (happened) => `${capital(by(happened))} has commented on it within the authority.`,
    opens: (happened) => `${documentPath(happened)}/read#${happened.data.sectionKey}`,
  },
  'document.set-beside': {
    urgency: 'digest',
    needs: ['document'],
    ownSide: true,
    to: ofAuthority('dcs', 'policy-officer'),
    subject: (happened) => `${paperOf(happened)}: two people changed the same words of “${happened.data.section}”`,
    says: () => 'Both texts are kept. Someone who writes there puts them together.',
    opens: documentPath,
  },
  'document.put-for-signature': {
    ...asksToSign,
    subject: (happened) => `${paperOf(happened)}: sign${byDay(signing(happened))}`,
    says: (happened) => `${capital(by(happened))} has put it out for your signature.`,
  },
  'forum-notes.made-final': {
    ...asksToSign,
    subject: (happened) => `${paperOf(happened)}: agree${byDay(signing(happened))}`,
    says: (happened) => `${capital(by(happened))} has made them final. They are agreed when every post that must has signed.`,
  },
  'document.reopened': {
    urgency: 'digest',
    needs: ['document'],
    to: voidedSignatories,
    subject: (happened) => `${paperOf(happened)} was changed after you signed`,
    says: () => 'Your signature on the earlier text no longer counts. When it comes to you again, the page shows what changed.',
    opens: documentPath,
  },
  'document.recalled': {
    urgency: 'now',
    needs: ['document'],
    to: any(voidedSignatories, namedSignatories),
    subject: (happened) => `${paperOf(happened)} ${haveBeen(happened)} taken back from signature`,
    says: (happened) => `${capital(by(happened))} has taken ${them(happened)} back. There is nothing to sign now, and a signature that you had given on this version no longer counts. Why stands in the record of its signatures.`,
    opens: ({ document }) => `/documents/${document!.id}/ledger`,
  },
  'document.sign-off-completed': {
    urgency: 'digest',
    needs: ['document'],
    to: when(isNotes, nobody, when(isOfProcess, any(writersOfPaper, region), ofAuthority('dcs', 'policy-officer'))),
    subject: (happened) => `${paperOf(happened)} ${areSeveral(happened) ? 'are' : 'is'} signed by everyone who must`,
    says: () => 'It can go on its way.',
    opens: documentPath,
  },
  'document.declined': {
    urgency: 'now',
    needs: ['document'],
    to: any(when(isNotes, any(region, ofAuthority('dcs')), when(isOfProcess, writersOfPaper, writers)), voidedSignatories),
    subject: (happened) => `${paperOf(happened)}: the ${happened.data.office} declined to sign`,
    says: () => 'The reason stands beside the text. It has to be changed, or explained, before it goes out for signature again.',
    opens: documentPath,
  },
  'document.submitted': {
    urgency: 'digest',
    needs: ['steps', 'document', 'together'],
    to: when(isPlan, any(leadChallenger, groupLead, ofRegion('sli-coordinator')), ofRegion('sli-coordinator')),
    asks: (happened) => (isPlan(happened) ? null : accepting(happened)),
    subject: (happened) => {
      if (isPlan(happened)) return `${paperOf(happened)} has been put forward`;
      return accepting(happened) ? `${paperOf(happened)}: accept or return ${them(happened)}` : `${paperOf(happened)} ${haveBeen(happened)} submitted`;
    },
    says: (happened) => (isPlan(happened) ? `${capital(by(happened))} has put it forward: it can be followed and reviewed.` : `${capital(by(happened))} has submitted ${them(happened)}.`),
    opens: documentPath,
  },
  'document.accepted': {
    urgency: 'digest',
    needs: ['document', 'together'],
    to: ofAuthority('dcs', 'policy-officer'),
    subject: (happened) => `${paperOf(happened)} ${haveBeen(happened)} accepted`,
    says: () => 'Those who read it next can open it now. Who that is stands beside the text.',
    opens: documentPath,
  },
  'document.returned': {
    urgency: 'now',
    needs: ['document', 'together'],
    to: when(isPaper, ofRegion('sli-coordinator'), when(isOfProcess, any(writersOfPaper, voidedSignatories), writers)),
    subject: (happened) => `${paperOf(happened)} ${haveBeen(happened)} returned${isPaper(happened) ? ' by the Board' : ''}`,
    says: (happened) => `${capital(by(happened))} has returned ${them(happened)}. What should be changed stands beside the text.`,
    opens: documentPath,
  },
  'forum-notes.sent': {
    urgency: 'digest',
    needs: ['steps', 'document'],
    to: thoseWhoOweOrHelp(commenting),
    asks: commenting,
    subject: (happened) => `${paperOf(happened)}: comment${byDay(stepDoneBy('made-final')(happened))}`,
    says: (happened) => `${capital(by(happened))} has sent the draft. Comment on what is wrong or missing, or agree it as it stands.`,
    opens: documentPath,
  },
  'forum-notes.commented': {
    urgency: 'digest',
    needs: ['document'],
    to: region,
    subject: (happened) => `${paperOf(happened)}: comments to answer`,
    says: (happened) => `${capital(by(happened))} has commented on the draft.`,
    opens: documentPath,
  },
  'forum-notes.comment-settled': {
    urgency: 'digest',
    needs: ['document'],
    to: when(({ data }) => data.as !== 'withdrawn', writers),
    subject: (happened) => `${paperOf(happened)}: your comments have been answered`,
    says: (happened) => `${capital(by(happened))} has accepted or answered what ${happened.authority?.name ?? 'the authority'} said about the draft.`,
    opens: documentPath,
  },
  'forum-notes.draft-agreed': {
    urgency: 'digest',
    needs: ['document'],
    to: region,
    subject: (happened) => `${paperOf(happened)}: the draft may stand`,
    says: (happened) => `${capital(by(happened))} agrees it. When no comment is open, the notes can be made final.`,
    opens: documentPath,
  },
  'forum-notes.agreed': {
    urgency: 'digest',
    needs: ['document'],
    to: any(signatories, ofRegion('sli-coordinator'), leadChallenger, groupLead),
    subject: (happened) => `${paperOf(happened)} are agreed`,
    says: () => 'Every post that must has signed them.',
    opens: documentPath,
  },
  'annual-conversation.compiled': {
    urgency: 'digest',
    needs: ['steps', 'document'],
    to: thoseWhoOwe(releasing),
    asks: releasing,
    subject: (happened) => `${paperOf(happened)}: release it${byDay(releasing(happened))}`,
    says: (happened) => `${capital(by(happened))} has put it together. Nobody outside the authority sees it until you release it.`,
    opens: documentPath,
  },
  'document.released': {
    urgency: 'digest',
    needs: ['document'],
    to: ofRegion('ofsted'),
    subject: (happened) => `${paperOf(happened)} has been released to you`,
    says: (happened) => `${capital(by(happened))} has released it. Each opening is recorded for the authority.`,
    opens: () => '/released',
  },
  'release.revoked': {
    urgency: 'digest',
    to: ofRegion('ofsted'),
    subject: (happened) => `${whose(happened)} annual conversation pack is no longer released to you`,
    says: (happened) => `${capital(by(happened))} has withdrawn the release.`,
    opens: () => '/released',
  },
  'release.opened': {
    urgency: 'digest',
    needs: ['document'],
    to: ofAuthority('dcs'),
    subject: (happened) => `${happened.data.to} has opened ${happened.authority ? paperOf(happened) : 'what was released'}`,
    says: () => 'Each opening is listed on its page.',
    opens: documentPath,
  },
  'enquiry.recorded': {
    urgency: 'digest',
    needs: ['steps'],
    to: ofRegion('data-group-chair', 'data-group-member'),
    subject: ({ authority }) => `${authority?.name ?? 'An authority'}: a line of enquiry from Ofsted`,
    says: (happened) => `${capital(by(happened))} has recorded it. It can be taken up in the questions.`,
    opens: () => '/questions',
  },
  'questions.agreed': {
    urgency: 'digest',
    needs: ['document'],
    to: ofRegion('sli-coordinator'),
    subject: (happened) => `${whose(happened)} headline and questions are agreed`,
    says: (happened) => `${capital(by(happened))} has agreed them. All packs go out at one moment, which you choose.`,
    opens: ({ document }) => `/questions/${document!.id}`,
  },
  'pack.issued': {
    urgency: 'digest',
    needs: ['steps', 'document'],
    to: any(ofAuthority('dcs', 'assistant-director', 'lead-member', 'chief-executive', 'policy-officer', 'data-lead'), challengers),
    subject: (happened, post) =>
      post.authority?.id === happened.authority?.id
        ? `${whose(happened)} questions and pack: read them${byDay(stepDoneBy('pack-read', 'questions')(happened))}`
        : `${whose(happened)} questions and pack: read them before you challenge`,
    says: (happened) => `${capital(by(happened))} has issued all packs. They are for the authority and for those who challenge it.`,
    opens: ({ document }) => `/packs/${document!.id}`,
  },
  'paper.put-to-board': {
    urgency: 'now',
    needs: ['document'],
    to: ofRegion('board-chair'),
    subject: (happened) => `The ${happened.data.document}: read it and sign it off`,
    says: (happened) => `${capital(by(happened))} has put it to the Board. The chair signs for the Board, or returns it.`,
    opens: documentPath,
  },
  'paper.signed-off': {
    urgency: 'digest',
    needs: ['document'],
    to: ofRegion('sli-coordinator'),
    subject: (happened) => `The ${happened.data.document} is signed off`,
    says: (happened) => `${capital(by(happened))} has signed for the Board.`,
    opens: documentPath,
  },
} satisfies Record<string, Notice>;
