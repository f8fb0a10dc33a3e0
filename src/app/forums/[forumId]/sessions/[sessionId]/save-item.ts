import type { Accepted, Refusal } from '@/domain/decision';
import type { CheckedItem } from '@/domain/forums/sent-items';
import type { Actor } from '@/domain/model';
import { agreeImmediateAction } from '@/server/forums/sessions/agree-immediate-action';
import { recordSupport } from '@/server/forums/sessions/record-support';
import { strikeNote } from '@/server/forums/sessions/strike-note';
import { takeNote } from '@/server/forums/sessions/take-note';

/** The use case for what was sent from a forum day. */
export function saveItem(actor: Actor, sessionId: string, item: CheckedItem, at: Date): Promise<Accepted<object> | Refusal> {
  switch (item.type) {
    case 'note':
      return takeNote(actor, { sessionId, id: item.id, questionId: item.questionId, kind: item.kind, text: item.text, notedAt: item.notedAt, over: item.over }, at);
    case 'support':
      return recordSupport(actor, { sessionId, id: item.id, topic: item.topic, questionId: item.questionId, takenBy: item.takenBy }, at);
    case 'action':
      return agreeImmediateAction(actor, { sessionId, id: item.id, text: item.text, owner: item.owner, byOn: item.byOn, questionId: item.questionId }, at);
    case 'strike':
      return strikeNote(actor, { sessionId, id: item.id, what: item.what }, at);
  }
}
