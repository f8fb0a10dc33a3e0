import { daysLate, isOpen, RATING_NAMES, type Rating } from '@/domain/action-plans';
import type { ActionLine, PlanPage } from '@/server/action-plans/load';
import { FullDay } from '@/ui/day';
import { RatingPair } from '@/ui/rating-pair';
import { StatusTag, type State } from '@/ui/status-tag';

export const RATING_STATE: Record<Rating, State> = {
  'not-started': 'not-started',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  done: 'action-done',
  'impact-shown': 'impact-shown',
};

/** One action of the plan: what, since when it is late, and the two ratings side by side. */
export function ActionItem({ action, page }: { action: ActionLine; page: PlanPage }) {
  const { place, may, today, plan } = page;
  const days = daysLate(action, today);
  return (
    <li className={action.overdue ? 'act is-late' : 'act'} id={`a${action.number}`}>
      <div>
        <h3>
          <span className="no">{action.number}</span> <a href={`/action-plans/${plan.id}/actions/${action.id}`}>{action.action}</a>
        </h3>
        <p className="s soft">From: {action.finding}</p>
        <p className="meta">
          {action.overdue && <StatusTag state="late">{`${days} ${days === 1 ? 'day' : 'days'} late`}</StatusTag>}
          {!isOpen(action) && <StatusTag state="done">{action.stoppedAt ? 'Stopped' : 'Closed'}</StatusTag>}
          {isOpen(action) && action.report?.asksToClose && !action.review?.agreesClose && <StatusTag state="waiting">{place.authority} asks to close it</StatusTag>}
          <span>
            <b>Due</b> <FullDay on={action.dueOn} />
          </span>
          <span>
            <b>Owner</b> {action.owner}
          </span>
          {action.carried && <span>Carried over from an earlier cycle</span>}
          {action.escalatedAt && action.overdue && <span>Raised with the group lead</span>}
        </p>
      </div>
      <RatingPair {...pairOf(action, place.authority, may.review ? 'Your rating' : 'Challenger')} />
    </li>
  );
}

export function pairOf(action: Pick<ActionLine, 'report' | 'review' | 'differ'>, authority: string, friend: string) {
  const { report, review, differ } = action;
  return {
    own: { who: authority, state: report ? RATING_STATE[report.rating] : ('not-rated' as const), ...(report ? {} : { words: 'No report yet' }) },
    friend: { who: friend, state: review ? RATING_STATE[review.rating] : ('not-rated' as const) },
    ...(differ && report && review
      ? { differ: `${friend === 'Your rating' ? 'You differ' : 'They differ'}: ${authority} says ${RATING_NAMES[report.rating].toLowerCase()}, ${friend === 'Your rating' ? 'you say' : 'the challenger says'} ${RATING_NAMES[review.rating].toLowerCase()}.` }
      : {}),
  };
}
