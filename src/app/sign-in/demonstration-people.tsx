import type { Office } from '@/domain/model';
import type { DemonstrationPerson } from '@/server/sign-in/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Section } from '@/ui/section';
import { VisuallyHidden } from '@/ui/visually-hidden';
import { enterDemonstration } from './actions';
import { DemonstrationAuthorities } from './demonstration-authorities';

const PARTS: readonly { id: string; heading: string; offices: readonly Office[] }[] = [
  { id: 'region', heading: 'Run the cycle for the region', offices: ['sli-coordinator', 'facilitator'] },
  { id: 'data-group', heading: 'Read the self-views and ask the questions', offices: ['data-group-chair', 'data-group-member'] },
  { id: 'groups', heading: 'Lead a group of authorities', offices: ['group-lead'] },
  { id: 'board', heading: 'See the region as a whole', offices: ['board-chair', 'board-member', 'regional-chair'] },
  { id: 'outside', heading: 'Read what has been released', offices: ['ofsted', 'lga', 'dfe'] },
];

/** Those who run, ask and lead come first; then the authorities; then those who look on. */
const BEFORE_AUTHORITIES = 3;

/** The demonstration's people by what they do, one press each. Who does two things stands in two places. */
export function DemonstrationPeople({ people, next }: { people: readonly DemonstrationPerson[]; next: string }) {
  const doing = (offices: readonly Office[]) => people.filter((person) => person.posts.some((post) => offices.includes(post.office)));
  const parts = PARTS.map((part) => ({ ...part, people: doing(part.offices) }));
  const idle = { id: 'idle', heading: 'Hold no post', people: people.filter((person) => person.posts.length === 0) };
  return (
    <form action={enterDemonstration} className="stack-l">
      <Hidden name="next" value={next} />
      {parts.slice(0, BEFORE_AUTHORITIES).map((part) => (
        <Rows key={part.id} {...part} />
      ))}
      <DemonstrationAuthorities people={people} />
      {[...parts.slice(BEFORE_AUTHORITIES), idle].map((part) => (
        <Rows key={part.id} {...part} />
      ))}
    </form>
  );
}

function Rows({ id, heading, people }: { id: string; heading: string; people: readonly DemonstrationPerson[] }) {
  if (people.length === 0) return null;
  return (
    <Section id={`h-${id}`} heading={heading}>
      <ul className="tasks">
        {people.map((person) => (
          <li key={person.id} className="task">
            <div>
              <h3>{person.posts.map((post) => post.name).join(' · ') || 'No post'}</h3>
              {!person.posts.some((post) => post.name.startsWith(person.hint)) && <p>{person.hint}</p>}
            </div>
            <div className="when">{person.name}</div>
            <div className="go">
              <Button kind="second" size="small" name="person" value={person.id}>
                Sign in<VisuallyHidden> as {person.name}</VisuallyHidden>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
