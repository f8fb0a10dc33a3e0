// Each side prepares alone: the host its answers, who comes and the support to ask for; a challenger its own lines of questioning.
// Neither sees the other's (North West process 2017/18, step 9: "to challenge and to be challenged").
import { decide, refuse, type Decision } from '../decision';
import type { Actor, Day } from '../model';
import { closedToWriting } from '../documents/writing';

export type Side = 'host' | 'challenger';

export interface PreparedSession {
  id: string;
  forumId: string;
  regionId: string;
  cycleId: string;
  onDay: Day;
  cancelledAt: Date | null;
  endedAt: Date | null;
  hostAuthorityId: string;
  challengerAuthorityIds: readonly string[];
}

export interface PreparationSection {
  key: string;
  title: string;
  text: string;
  /** 0 when it has not been saved yet. */
  version: number;
}

const OWN_SECTIONS: Record<Side, readonly { key: string; title: string }[]> = {
  host: [
    { key: 'who-comes', title: 'Who comes' },
    { key: 'support', title: 'Support to ask for' },
  ],
  challenger: [{ key: 'lines', title: 'Other lines of questioning' }],
};

export function sideOf(session: Pick<PreparedSession, 'hostAuthorityId' | 'challengerAuthorityIds'>, authorityId: string | null | undefined): Side | null {
  if (!authorityId) return null;
  if (session.hostAuthorityId === authorityId) return 'host';
  return session.challengerAuthorityIds.includes(authorityId) ? 'challenger' : null;
}

/** The sections of one side, in order; those already saved keep their text even when their question is gone. */
export function sectionsFor(side: Side, questions: readonly { id: string }[], saved: readonly PreparationSection[]): PreparationSection[] {
  const blank = [
    ...questions.map(({ id }, index) => ({ key: `question-${id}`, title: side === 'host' ? `Answer to question ${index + 1}` : `On question ${index + 1}` })),
    ...OWN_SECTIONS[side],
  ];
  const known = new Map(saved.map((section) => [section.key, section]));
  const gone = saved.filter(({ key, text }) => text !== '' && !blank.some((section) => section.key === key));
  return [...blank.map((section) => ({ ...section, text: known.get(section.key)?.text ?? '', version: known.get(section.key)?.version ?? 0 })), ...gone];
}

export interface PreparationChange {
  /** Sections that get their first words now. */
  opens: readonly PreparationSection[];
}

/** May this side write in its preparation now? What is written goes the way of every document (documents/edit.ts). */
export function writePreparation({ actor, session, authorityId, sections, keys }: {
  actor: Actor;
  session: PreparedSession;
  authorityId: string;
  sections: readonly PreparationSection[];
  keys: readonly string[];
}): Decision<PreparationChange> {
  return decide(actor, 'preparation.write', { regionId: session.regionId, authorityId }, () => {
    if (!sideOf(session, authorityId)) return refuse('no-part', 'Your authority neither has this session nor challenges it.');
    const closed = closedToWriting({ kind: 'preparation', acts: [], session });
    if (closed) return closed;
    return {
      change: { opens: sections.filter(({ key, version }) => version === 0 && keys.includes(key)) },
      events: [{ type: 'preparation.saved', regionId: session.regionId, cycleId: session.cycleId, authorityId, subjectId: session.id }],
    };
  });
}
