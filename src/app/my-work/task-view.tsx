import type { Tag, Task } from '@/domain/tasks';
import type { Day } from '@/domain/model';
import { DayAndMonth, FullDay } from '@/ui/day';
import type { State } from '@/ui/status-tag';
import type { TaskRowProps } from '@/ui/task-row';

/** A task as a row: the post is named where someone holds several, the cycle where several are under way. */
export function taskRow({ act, href, why, as, cycle, dueOn, tag, go }: Task, names: { post: boolean; cycle: boolean }, today: Day): TaskRowProps {
  const { state, status } = tagView(tag);
  return {
    act,
    href,
    why: whyNamed(why, [names.post && `As ${as}.`, names.cycle && cycle && `${cycle}.`]),
    state,
    status,
    when: dueOn && (dueOn < today ? wasDue(dueOn, today) : <FullDay on={dueOn} />),
    go,
  };
}

function whyNamed(why: string, named: readonly (string | false | undefined)[]): string {
  return [why, ...named].filter(Boolean).join(' ');
}

/** The year is said when it is not this one. */
function wasDue(on: Day, today: Day) {
  const isThisYear = today.slice(0, 4) === on.slice(0, 4);
  return <>Was due {isThisYear ? <DayAndMonth on={on} /> : <FullDay on={on} />}</>;
}

function tagView(tag: Tag): { state: State; status?: string } {
  switch (tag.is) {
    case 'late':
      return { state: 'late', status: `${tag.days} ${tag.days === 1 ? 'day' : 'days'} late` };
    case 'due':
      return { state: 'due', status: tag.days === 0 ? 'Today' : tag.days === 1 ? 'Tomorrow' : `In ${tag.days} days` };
    case 'comments':
      return { state: 'comments', status: tag.count === 1 ? '1 comment' : `${tag.count} comments` };
    case 'part-signed':
      return { state: 'part-signed', status: `${tag.count} of ${tag.of} signed` };
    case 'declined':
      return { state: 'returned', status: 'Not signed' };
    default:
      return { state: tag.is };
  }
}
