import { postName } from '@/domain/model';
import { spanInWords, subjectOf } from '@/domain/people';
import { capacityFor } from '@/domain/permissions';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { loadEndPage } from '@/server/people/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Crumbs } from '@/ui/crumbs';
import { DateFields } from '@/ui/date-fields';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { endOnDay } from '../../actions';

interface Props {
  params: Promise<{ appointmentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function EndAppointmentPage({ params, searchParams }: Props) {
  const { appointmentId } = await params;
  const path = `/people/appointments/${appointmentId}`;
  const actor = await requireActor(path);
  const { post, appointment, name } = await orNotFound(() => loadEndPage(actor, appointmentId));
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const as = capacityFor(actor, 'people.appoint', subjectOf(post))!;
  return (
    <Shell viewer={viewerOf(actor)} current="/people" title={`When does ${appointment.personName} leave?`} returned={returned} back={path}>
      <FormReport returned={returned} heading="The appointment does not end yet" />
      <Crumbs items={[{ label: 'People', href: '/people' }, { label: appointment.personName, href: `/people/${appointment.personId}` }, { label: 'Last day' }]} />
      <PageHead title={`When does ${appointment.personName} leave the post of ${name}?`} lead={`Appointed ${spanInWords(appointment)}.`} />
      <Sheet>
        <form action={endOnDay} className="stack">
          <Hidden name="appointmentId" value={appointment.id} />
          <Hidden name="as" value={as.id} />
          <DateFields name="on" legend="Last day in the post" hint="After that day they see and do no more in it. What is due stays due from the post, and waits for the successor." value={today(new Date())} returned={returned} />
          <Buttons>
            <Button>End the appointment, as {postName(as)}</Button>
            <a href={`/people/${appointment.personId}`}>Leave it</a>
          </Buttons>
        </form>
      </Sheet>
    </Shell>
  );
}
