// Besides the steps of a cycle, posts are given smaller things: a section to write, an invitation, an action to report on, one to
// look at as group lead or lead peer challenger, a pack released to them. Each is a task while the fact that ends it is missing.
import { addDays, dayInWords } from './deadlines';
import { documentPage } from './step-address';
import { nameOf, type DocumentKind } from './documents/facts';
import { tagOf, type Task } from './tasks';
import type { Day } from './model';

/** An action is asked about from this many days before it is due [proposal]. */
export const ASK_ABOUT_ACTION = 28;

interface ToPost {
  /** Name of the post that it is given to. */
  as: string;
}

export interface GivenSection extends ToPost {
  documentId: string;
  kind: DocumentKind;
  /** Of the document, where its process gives it one. */
  name?: string;
  sectionKey: string;
  title: string;
  dueOn: Day | null;
  begun: boolean;
}

export function sectionTask({ as, documentId, kind, name, sectionKey, title, dueOn, begun }: GivenSection, today: Day): Task {
  return {
    key: `section|${documentId}|${sectionKey}|${as}`,
    act: `Write the section “${title}”`,
    href: `${documentPage(kind, documentId)}/sections/${sectionKey}`,
    why: `This section of the ${nameOf({ kind, name })} was given to you. Mark it ready when it can be reviewed.`,
    as,
    dueOn,
    tag: tagOf(dueOn, today, { is: begun ? 'in-progress' : 'not-started' }),
    go: 'Write',
  };
}

export interface OpenInvitation extends ToPost {
  forumId: string;
  group: string;
  onDay: Day;
  role: string;
}

const ROLES: Record<string, string> = {
  host: 'Your authority is challenged on this day.',
  challenger: 'You challenge another authority on this day.',
  facilitator: 'You are asked to facilitate.',
  observer: 'You are invited for the whole day.',
};

export function invitationTask({ as, forumId, group, onDay, role }: OpenInvitation, today: Day): Task {
  return {
    key: `invitation|${forumId}|${as}`,
    act: `Say whether you come to the ${group} forum on ${dayInWords(onDay)}`,
    href: `/forums/${forumId}`,
    why: ROLES[role] ?? 'You are invited.',
    as,
    dueOn: onDay,
    tag: tagOf(onDay, today, { is: 'not-started' }),
    go: 'Answer',
  };
}

export interface OpenAction extends ToPost {
  actionId: string;
  documentId: string;
  ordinal: number;
  action: string;
  authority: string;
  dueOn: Day;
  reported: boolean;
}

const actionPage = ({ documentId, actionId }: OpenAction) => `/action-plans/${documentId}/actions/${actionId}`;

export function actionTask(open: OpenAction, today: Day): Task {
  return {
    key: `action|${open.actionId}`,
    act: `Report on action ${open.ordinal}: ${shortened(open.action)}`,
    href: actionPage(open),
    why: open.dueOn < today ? 'It is yours and its day has passed: say where it stands.' : 'It is yours and will soon be due.',
    as: open.as,
    dueOn: open.dueOn,
    tag: tagOf(open.dueOn, today, { is: open.reported ? 'in-progress' : 'not-started' }),
    go: 'Report',
  };
}

/** The host asks for an action to be closed: its reviewer answers within two weeks [proposal]. */
export function closingTask(open: OpenAction & { askedOn: Day }, today: Day): Task {
  const dueOn = addDays(open.askedOn, 14);
  return {
    key: `closing|${open.actionId}`,
    act: `Agree that ${open.authority}’s action ${open.ordinal} is closed, or say what is missing`,
    href: actionPage(open),
    why: `${open.authority} has asked to close “${shortened(open.action)}”.`,
    as: open.as,
    dueOn,
    tag: tagOf(dueOn, today, { is: 'not-started' }),
    go: 'Review',
  };
}

const MOST_RAISED = 3;

/** What was raised with a group lead: one line each, or one line for them all. */
export function escalatedTasks(open: readonly OpenAction[], today: Day): Task[] {
  if (open.length <= MOST_RAISED) return open.map((action) => escalatedTask(action, today));
  const dueOn = open.map((action) => action.dueOn).sort()[0]!;
  const authorities = [...new Set(open.map(({ authority }) => authority))].sort();
  return [{
    key: `escalated|${open[0]!.as}`,
    act: `Take up ${open.length} overdue actions`,
    href: '/action-plans',
    why: `They were raised with you because their day has passed: ${authorities.join(', ')}.`,
    as: open[0]!.as,
    dueOn,
    tag: tagOf(dueOn, today, { is: 'not-started' }),
    go: 'Look at them',
  }];
}

function escalatedTask(open: OpenAction, today: Day): Task {
  return {
    key: `escalated|${open.actionId}`,
    act: `Take up ${open.authority}’s overdue action ${open.ordinal}`,
    href: actionPage(open),
    why: `“${shortened(open.action)}” was raised with you because its day has passed.`,
    as: open.as,
    dueOn: open.dueOn,
    tag: tagOf(open.dueOn, today, { is: 'not-started' }),
    go: 'Look at it',
  };
}

export interface ReleasedToMe extends ToPost {
  releaseId: string;
  kind: DocumentKind;
  name?: string;
  authority: string;
  why: string;
  releasedOn: Day;
}

export function releasedTask({ as, releaseId, kind, name, authority, why, releasedOn }: ReleasedToMe): Task {
  return {
    key: `released|${releaseId}`,
    act: `Read ${authority}’s ${nameOf({ kind, name })}`,
    href: `/released/${releaseId}`,
    why: `Released to you on ${dayInWords(releasedOn)}: ${why}`,
    as,
    dueOn: null,
    tag: { is: 'not-started' },
    go: 'Read',
  };
}

function shortened(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, text.lastIndexOf(' ', 68) > 20 ? text.lastIndexOf(' ', 68) : 68)}…`;
}
