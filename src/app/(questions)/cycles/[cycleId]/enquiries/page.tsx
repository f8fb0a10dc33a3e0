import { readFormReturn } from '@/server/form-return';
import { loadEnquiries } from '@/server/questions/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { DateFields } from '@/ui/date-fields';
import { FullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { TextArea } from '@/ui/text-area';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { record } from '../actions';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function Enquiries({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/enquiries`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadEnquiries(actor, cycleId)), readFormReturn(actor.personId, (await searchParams).return)]);
  const back = returned ? { returned } : {};
  const received = page.authorities.filter((authority) => authority.enquiries.length > 0);
  return (
    <Shell viewer={viewerOf(actor)} current="/questions" title="Ofsted’s lines of enquiry" back={path} {...back}>
      {returned && <FormReport returned={returned} heading="The line of enquiry cannot be recorded yet" />}
      <Crumbs items={[{ label: 'Questions', href: '/questions' }, { label: `Lines of enquiry, ${page.name}` }]} />
      <PageHead title="Ofsted’s lines of enquiry" lead="Sent in advance; each is turned into at least one question. The authority sees them only as questions." />
      <Columns
        aside={
          page.may && !page.issued ? (
            <Slip id="record" heading="Record one">
              <form action={record} className="stack">
                <Hidden name="as" value={page.may.id} />
                <Hidden name="cycleId" value={cycleId} />
                <Select name="authorityId" label="Authority" blank="Choose an authority" options={page.authorities.map(({ id, name }) => ({ value: id, label: name }))} {...back} />
                <TextArea name="text" label="Line of enquiry" doc rows={4} {...back} />
                <DateFields name="receivedOn" legend="Received" {...back} />
                <Button>Record it</Button>
              </form>
            </Slip>
          ) : null
        }
      >
        {received.length === 0 ? (
          <Empty fact="None recorded">Ofsted sends them before the data group meets.</Empty>
        ) : (
          received.map((authority) => (
            <Sheet key={authority.id} id={`at-${authority.id}`} heading={authority.name}>
              <ul className="stack-s">
                {authority.enquiries.map((enquiry) => (
                  <li key={enquiry.id}>
                    <span className="doc">{enquiry.text}</span>
                    <span className="s soft block">
                      Received <FullDay on={enquiry.receivedOn} />
                    </span>
                  </li>
                ))}
              </ul>
            </Sheet>
          ))
        )}
      </Columns>
    </Shell>
  );
}
