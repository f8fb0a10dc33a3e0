import { postName } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { NotFound } from '@/server/not-found';
import { loadPerson } from '@/server/people/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { correct } from '../../actions';

interface Props {
  params: Promise<{ personId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function CorrectPersonPage({ params, searchParams }: Props) {
  const { personId } = await params;
  const path = `/people/${personId}/correct`;
  const actor = await requireActor(path);
  const person = await orNotFound(async () => {
    const found = await loadPerson(actor, personId, new Date());
    if (!found.canCorrect) throw new NotFound();
    return found;
  });
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const as = actor.posts.find((post) => post.office === 'sli-coordinator')!;
  return (
    <Shell viewer={viewerOf(actor)} current="/people" title={`Correct the details of ${person.name}`} returned={returned} back={path}>
      <FormReport returned={returned} heading="Nothing is corrected yet" />
      <Crumbs items={[{ label: 'People', href: '/people' }, { label: person.name, href: `/people/${person.id}` }, { label: 'Correct' }]} />
      <PageHead title={`Correct the details of ${person.name}`} lead="For a mistake or a new address. When a post changes hands, end the appointment and appoint the successor instead: signatures keep the name under which they were given." />
      <Sheet>
        <form action={correct} className="stack" noValidate>
          <Hidden name="personId" value={person.id} />
          <Hidden name="as" value={as.id} />
          <TextInput name="name" label="Name" hint="In full, as it should stand under a signature." value={person.name} width="m" autoComplete="off" returned={returned} />
          <TextInput name="email" type="email" label="E-mail address" hint="They sign in with it from now on." value={person.email} width="m" autoComplete="off" spellCheck={false} returned={returned} />
          <Buttons>
            <Button>Correct, as {postName(as)}</Button>
            <a href={`/people/${person.id}`}>Leave it</a>
          </Buttons>
        </form>
      </Sheet>
    </Shell>
  );
}
