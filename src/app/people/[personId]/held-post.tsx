import { nameOf, spanInWords } from '@/domain/people';
import type { PersonPage } from '@/server/people/load';
import { LinkButton } from '@/ui/link-button';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { VisuallyHidden } from '@/ui/visually-hidden';

type Held = PersonPage['posts'][number];

const WORDS: Record<Held['when'], string> = { now: 'Holds it now', coming: 'Is to hold it', over: 'Held it' };

/** One post of the person: from when to when, and who else held or covered it. */
export function HeldPost({ held, personId, isSelf }: { held: Held; personId: string; isSelf: boolean }) {
  const { post, appointment, when, canEnd } = held;
  const name = nameOf(post, appointment.acting);
  const others = post.appointments.filter((other) => other.id !== appointment.id);
  return (
    <Sheet id={`h-${appointment.id}`} heading={name}>
      <p>
        <StatusTag state={when === 'now' ? 'in-progress' : when === 'coming' ? 'waiting' : 'done'}>{WORDS[when]}</StatusTag> {capital(spanInWords(appointment))}.
      </p>
      {isSelf && when === 'now' && (
        <p>
          What is due from this post stands in <a href="/my-work">My work</a>, with what came to it before you.
        </p>
      )}
      {others.length > 0 && (
        <>
          <h3>Who else held it</h3>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                {other.personId === personId ? other.personName : isSelf ? other.personName : <a href={`/people/${other.personId}`}>{other.personName}</a>}
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

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
