import type { Office } from '@/domain/model';
import type { DemonstrationPerson } from '@/server/sign-in/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Section } from '@/ui/section';
import { VisuallyHidden } from '@/ui/visually-hidden';
import { enterDemonstration } from './actions';

const PARTS: readonly { id: string; heading: string; offices: readonly Office[] }[] = [
  { id: 'region', heading: 'Run the cycle for the region', offices: ['sli-coordinator', 'facilitator'] },
  { id: 'data-group', heading: 'Read the self-views and ask the questions', offices: ['data-group-chair', 'data-group-member'] },
  { id: 'directors', heading: 'Direct an authority’s services, and challenge others', offices: ['group-lead', 'dcs', 'assistant-director'] },
  { id: 'signatories', heading: 'Sign for an authority', offices: ['lead-member', 'chief-executive'] },
  { id: 'writers', heading: 'Write an authority’s self-view', offices: ['data-lead', 'policy-officer', 'contributor'] },
  { id: 'board', heading: 'See the region as a whole', offices: ['board-chair', 'board-member', 'regional-chair'] },
  { id: 'outside', heading: 'Read what has been released', offices: ['ofsted', 'lga', 'dfe'] },
];

/** The demonstration's people by what they do, one press each. */
export function DemonstrationPeople({ people, next }: { people: readonly DemonstrationPerson[]; next: string }) {
  const parts = PARTS.map((part) => ({ ...part, people: people.filter((person) => partOf(person) === part) }));
  const others = { id: 'others', heading: 'Hold no post', people: people.filter((person) => !partOf(person)) };
  return (
    <form action={enterDemonstration} className="stack-l">
      <Hidden name="next" value={next} />
      {[...parts, others]
        .filter((part) => part.people.length > 0)
        .map((part) => (
          <Section key={part.id} id={`h-${part.id}`} heading={part.heading}>
            <ul className="tasks">
              {part.people.map((person) => (
                <PersonRow key={person.id} person={person} />
              ))}
            </ul>
          </Section>
        ))}
    </form>
  );
}

function PersonRow({ person }: { person: DemonstrationPerson }) {
  return (
    <li className="task">
      <div>
        <h3>{person.posts.map((post) => post.name).join(' · ') || 'No post'}</h3>
        <p>{person.hint}</p>
      </div>
      <div className="when">{person.name}</div>
      <div className="go">
        <Button kind="second" size="small" name="person" value={person.id}>
          Sign in<VisuallyHidden> as {person.name}</VisuallyHidden>
        </Button>
      </div>
    </li>
  );
}

/** By the first of the parts, in the order above, that one of their posts belongs to. */
function partOf(person: DemonstrationPerson) {
  return PARTS.find((part) => person.posts.some((post) => part.offices.includes(post.office)));
}
