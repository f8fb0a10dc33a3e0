import type { Happened } from './happened';
import { by, capital, documentPath, whose, type Notice } from './notice';
import { any, groupLead, leadChallenger, ofAuthority, ofRegion, ownerOfAction, type Receivers } from './receivers';

const actionPath = (happened: Happened) => (happened.action ? `${documentPath(happened)}/actions/${happened.action.id}` : documentPath(happened));
const named = (happened: Happened) => `${whose(happened)} action ${happened.data.number}`;

const whenAskedToClose: Receivers = (post, happened) => happened.data.asksToClose === true && any(leadChallenger, groupLead)(post, happened);

export const PLAN_NOTICES = {
  'action.reported': {
    urgency: 'digest',
    needs: ['document', 'action'],
    to: whenAskedToClose,
    subject: (happened) => `${named(happened)}: agree that it is closed, or say what is missing`,
    says: (happened) => `${capital(by(happened))} has reported on it and asks to close it.`,
    opens: actionPath,
  },
  'action.reviewed': {
    urgency: 'digest',
    needs: ['document', 'action'],
    to: any(ofAuthority('dcs'), ownerOfAction),
    subject: (happened) => `${named(happened)} has been reviewed`,
    says: (happened) => `${capital(by(happened))} has set a rating beside yours.`,
    opens: actionPath,
  },
  'action.closed': {
    urgency: 'digest',
    needs: ['document', 'action'],
    to: any(ofAuthority('dcs'), ownerOfAction),
    subject: (happened) => `${named(happened)} is closed`,
    says: (happened) => `${capital(by(happened))} has agreed that it is.`,
    opens: actionPath,
  },
  'action.stopped': {
    urgency: 'digest',
    needs: ['document', 'action'],
    to: any(leadChallenger, groupLead, ownerOfAction),
    subject: (happened) => `${named(happened)} was stopped`,
    says: (happened) => `${capital(by(happened))} has said why on its page.`,
    opens: actionPath,
  },
  'action.escalated': {
    urgency: 'digest',
    needs: ['document', 'action'],
    to: any(groupLead, ofAuthority('dcs'), ownerOfAction),
    subject: (happened) => `${named(happened)} is overdue and was raised with the group lead`,
    says: (happened) => (happened.by ? `${capital(by(happened))} has raised it.` : 'It has been overdue for more than a week.'),
    opens: actionPath,
  },
  'plan.closed': {
    urgency: 'digest',
    needs: ['document'],
    to: any(ofAuthority('dcs'), leadChallenger, groupLead, ofRegion('sli-coordinator')),
    subject: (happened) => `${whose(happened)} action plan is closed`,
    says: () => 'Every action in it is closed or was stopped.',
    opens: documentPath,
  },
} satisfies Record<string, Notice>;
