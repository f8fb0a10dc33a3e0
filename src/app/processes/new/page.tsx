import { readFormReturn } from '@/server/form-return';
import { loadNewProcess } from '@/server/processes/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FileInput } from '@/ui/file-input';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { TextInput } from '@/ui/text-input';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { startFromNothing } from '../actions';
import { GroupingFields } from '../grouping-fields';

export default async function NewProcess({ searchParams }: { searchParams: Promise<{ return?: string }> }) {
  const path = '/processes/new';
  const actor = await requireActor(path);
  const [{ as, processes }, returned] = await Promise.all([orNotFound(() => loadNewProcess(actor)), readFormReturn(actor.personId, (await searchParams).return)]);
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title="A new process" returned={returned} back={path}>
      <FormReport returned={returned} heading="The process is not begun yet" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: 'Processes', href: '/processes' }, { label: 'A new one' }]} />
      <PageHead title="A new process" lead="Three answers to begin with. All of them can be changed later, until the process is published." />
      <Columns
        aside={
          <>
            <Slip heading="From one that there is" id="h-like">
              <p className="s">
                It is quicker to alter one that is nearly right: open it under <a href="/processes">Processes</a> and make a new version of it, or a process of your own.
              </p>
            </Slip>
            <Slip heading="From a file" id="h-file">
              <p className="s">A process that was saved as a file here or in another region. It comes in as a draft; a file with a fault in it changes nothing.</p>
              <form action="/processes/import" method="post" encType="multipart/form-data" className="stack">
                <Hidden name="as" value={as.id} />
                <FileInput name="file" label="Process file" hint="A .json file that was saved from a process." accept=".json,application/json" returned={returned} />
                <Select name="of" label="Bring it in as" blank="A process of its own" options={processes.map(({ key, title }) => ({ value: key, label: `The next version of ${title}` }))} returned={returned} />
                <Button kind="second">Bring it in</Button>
              </form>
            </Slip>
          </>
        }
      >
        <Sheet heading="From nothing" id="h-nothing">
          <form action={startFromNothing} className="stack-l">
            <Hidden name="as" value={as.id} />
            <TextInput name="title" label="Title" hint="As people will speak of it: “Triads of Directors”, “SEND challenge”." maxLength={160} returned={returned} />
            <TextInput name="anchorName" label="What happens on day 0" hint="The day from which all others are counted: the day the triads meet, the first day on site, the day of submission." maxLength={160} returned={returned} />
            <GroupingFields returned={returned} />
            <Button>Begin the process</Button>
          </form>
        </Sheet>
      </Columns>
    </Shell>
  );
}
