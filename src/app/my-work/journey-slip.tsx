import { shortened, type Milestone } from '@/domain/journey-of-steps';
import { FullDay } from '@/ui/day';
import { Slip } from '@/ui/slip';
import { Timeline } from '@/ui/timeline';

interface JourneySlipProps {
  id: string;
  heading: string;
  href: string;
  milestones: readonly Milestone[];
  /** One of several: the margin is short. */
  brief: boolean;
}

export function JourneySlip({ id, heading, href, milestones, brief }: JourneySlipProps) {
  const shown = shortened(milestones, brief ? { done: 1, next: 2 } : { done: 3, next: 4 });
  return (
    <Slip heading={heading} id={id}>
      <Timeline
        items={shown.map(({ id: step, name, state, on, words }) => ({
          id: step,
          what: name,
          state,
          when: (words || on) && (
            <>
              {words} {on && <FullDay on={on} />}
            </>
          ),
        }))}
      />
      <p className="s">
        <a href={href}>See all {milestones.length} steps</a>
      </p>
    </Slip>
  );
}
