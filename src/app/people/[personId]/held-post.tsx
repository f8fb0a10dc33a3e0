import { nameOf, spanInWords } from '@/domain/people';
import type { Task } from '@/domain/tasks';
import type { PersonPage } from '@/server/people/load';
import { FullDay } from '@/ui/day';
import { LinkButton } from '@/ui/link-button';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { VisuallyHidden } from '@/ui/visually-hidden';

type Held = PersonPage['posts'][number];

const WORDS: Record<Held['when'], string> = { now: 'Holds it now', coming: 'Is to hold it', over: 'Held it' };

interface Props {
  held: Held;
  personId: string;
  /** Somebody on their own page: the hand-over is theirs. */
  isSelf: boolean;
  due: readonly Task[];
}

/** One post of the person: from when to when, what goes with it, and who else held or covered it. */
export function HeldPost({ held, personId, isSelf, due }: Props) {
  const { post, appointment, when, canEnd } = held;
  const name = nameOf(post, appointment.acting);
  const others = post.appointments.filter((other) => other.id !== appointment.id);
  return (
    <Sheet id={`h-${appointment.id}`} heading={name}>
      <p>
        <StatusTag state={when === 'now' ? 'in-progress' : when === 'coming' ? 'waiting' : 'done'}>{WORDS[when]}</StatusTag> {capital(spanInWords(appointment))}.
      </p>
      {when === 'now' && isSelf && <DueFrom due={due.filter((task) => task.as === name)} hadPredecessor={others.length > 0} />}
      {when === 'now' && !isSelf && post.authority && (
        <p>
          <a href={`/authorities/${post.authority.slug}`}>{post.authority.name}’s page</a> shows what is due from this post. It goes to whoever holds it next.
        </p>
      )}
      {others.length > 0 && (
        <>
          <h3>Who else held it</h3>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                {isSelf || other.personId === personId ? other.personName : <a href={`/people/${other.personId}`}>{other.personName}</a>}
                {other.acting && ', as cover'}, {spanInWords(other)}
              </li>
            ))}
          </ul>
        </>
      )}
      {canEnd && (
        <p>
          <LinkButton href={`/people/appointments/${appointment.id}`} kind="second" size="small">
            Set the last day<VisuallyHidden> of {name}</VisuallyHidden>
          </LinkButton>
        </p>
      )}
    </Sheet>
  );
}

/** The hand-over: what comes with the post, whoever began it. */
function DueFrom({ due, hadPredecessor }: { due: readonly Task[]; hadPredecessor: boolean }) {
  return (
    <>
      <h3>What is due from it</h3>
      {due.length === 0 ? (
        <p>
          Nothing now. <a href="/my-work">My work</a> shows what comes.
        </p>
      ) : (
        <ul>
          {due.map((task) => (
            <li key={task.key}>
              <a href={task.href}>{task.act}</a>
              {task.dueOn && (
                <>
                  , {task.tag.is === 'late' ? 'was due' : 'by'} <FullDay on={task.dueOn} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {hadPredecessor && <p className="s soft">It is due from the post, so it came to you with it. What was begun before you stands where it was written.</p>}
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
