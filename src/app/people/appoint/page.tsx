import { OFFICE_NAMES, postName } from '@/domain/model';
import { REMIT_OFFICES } from '@/domain/people';
import { capacityFor } from '@/domain/permissions';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { loadAppointPage, loadPlacesToAppointAt } from '@/server/people/load';
import { subjectAt } from '@/server/people/places';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Checkbox } from '@/ui/checkbox';
import { Crumbs } from '@/ui/crumbs';
import { DateFields } from '@/ui/date-fields';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Radios } from '@/ui/radios';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { appointToPost } from '../actions';
import { ChoosePlace } from './choose-place';

type Query = Promise<{ place?: string; person?: string; office?: string; return?: string }>;

export default async function AppointPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('/people/appoint');
  const query = await searchParams;
  const now = new Date();
  if (typeof query.place !== 'string') {
    const places = await orNotFound(() => loadPlacesToAppointAt(actor, now));
    return <ChoosePlace viewer={viewerOf(actor)} places={places} person={query.person} />;
  }
  const { place, offices, people } = await orNotFound(() => loadAppointPage(actor, query.place!, now));
  const returned = await readFormReturn(actor.personId, query.return);
  const as = capacityFor(actor, 'people.appoint', subjectAt(place, offices[0]!))!;
  return (
    <Shell viewer={viewerOf(actor)} current="/people" title={`Appoint someone at ${place.name}`} returned={returned} back={`/people/appoint?place=${place.key}`}>
      <FormReport returned={returned} heading="Nobody is appointed yet" />
      <Crumbs items={[{ label: 'People', href: '/people' }, { label: place.name }]} />
      <PageHead title={`Appoint someone at ${place.name}`} lead="From the first day, whatever is due from the post is due from them, and they see what the post sees." />
      <Sheet>
        <form action={appointToPost} className="stack" noValidate>
          <Hidden name="place" value={place.key} />
          <Hidden name="as" value={as.id} />
          <Select name="office" label="Office" options={offices.map((office) => ({ value: office, label: OFFICE_NAMES[office] }))} value={query.office} blank="Choose an office" returned={returned} />
          {offices.some((office) => REMIT_OFFICES.includes(office)) && (
            <TextInput name="remit" label="Remit" hint="Where one office has several posts, as Assistant Directors do: Education, or Social care. Else leave it empty." width="m" maxLength={80} returned={returned} />
          )}
          <Radios
            name="who"
            legend="Who"
            value={query.person ? 'known' : undefined}
            returned={returned}
            options={[
              { value: 'known', label: 'Someone known', hint: 'Choose them below' },
              { value: 'new', label: 'Somebody new', hint: 'Give their name and address below' },
            ]}
          />
          <Select
            name="person"
            label="Someone known"
            options={people.map(({ id, name, posts }) => ({ value: id, label: posts ? `${name} (${posts})` : name }))}
            value={query.person}
            blank="Choose someone"
            returned={returned}
          />
          <TextInput name="name" label="Name of somebody new" hint="In full, as it should stand under a signature." width="m" autoComplete="off" returned={returned} />
          <TextInput name="email" type="email" label="Their e-mail address" hint="Messages go there, and they sign in with it." width="m" autoComplete="off" spellCheck={false} returned={returned} />
          <DateFields name="from" legend="First day" value={today(now)} returned={returned} />
          <DateFields name="until" legend="Last day, if it is known" returned={returned} />
          <Checkbox name="acting" label="As cover" hint="For the holder while they are away, or while the post is vacant. What they sign says so." returned={returned} />
          <Buttons>
            <Button>Appoint, as {postName(as)}</Button>
            <a href="/people">Leave it</a>
          </Buttons>
        </form>
      </Sheet>
    </Shell>
  );
}
