import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import type { Reminder } from '@/domain/chase';
import { loadChase } from '@/server/board/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Checkbox } from '@/ui/checkbox';
import { Crumbs } from '@/ui/crumbs';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { sendChase } from './actions';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ChasePage({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const asked = await searchParams;
  const keys = [asked.owe ?? []].flat();
  const path = `/cycles/${cycleId}/chase?${new URLSearchParams(keys.map((key) => ['owe', key]))}`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, asked.return);
  const { facts, owed, reminders, sentToday, as } = await orNotFound(() => loadChase(actor, cycleId, keys, new Date()));
  const open = reminders.filter(({ key }) => !sentToday.has(key));
  const unheld = owed.filter((item) => !reminders.some((reminder) => reminder.owed.key === item.key));
  const title = open.length === 0 ? 'There is nobody to remind' : `Read ${open.length === 1 ? 'the reminder' : `the ${open.length} reminders`} before ${open.length === 1 ? 'it goes' : 'they go'}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <Crumbs items={[{ label: `Who owes what in ${facts.name}`, href: `/cycles/${cycleId}` }, { label: 'By day', href: `/cycles/${cycleId}/owed` }, { label: 'Reminders' }]} />
      <FormReport returned={returned} heading="The reminders were not sent" />
      <PageHead title={title} lead={open.length > 0 && 'Change the words as you like. Whoever has done it by the moment you press gets nothing.'} />
      <div className="stack">
        {unheld.map((item) => (
          <p key={item.key}>
            <b>{item.by}</b> cannot be reminded to {item.act}: nobody holds the post. <a href="/people">Appoint someone</a>
          </p>
        ))}
        {sentToday.size > 0 && (
          <p>
            Reminded today already: {reminders.filter(({ key }) => sentToday.has(key)).map(({ post }) => post).join('; ')}. Nobody gets the same reminder twice in a day.
          </p>
        )}
        {open.length === 0 ? (
          <Empty fact={keys.length === 0 ? 'Nothing was chosen' : 'What you chose needs no reminder now'}>
            It has been done, or the reminder went today. <a href={`/cycles/${cycleId}/owed`}>Choose from what is owed</a>
          </Empty>
        ) : (
          <form className="stack" action={sendChase}>
            <Hidden name="as" value={as.id} />
            <Hidden name="cycleId" value={cycleId} />
            {keys.map((key) => (
              <Hidden key={key} name="owe" value={key} />
            ))}
            {open.map((reminder, index) => (
              <Message key={reminder.key} reminder={reminder} index={index} returned={returned} />
            ))}
            <Buttons>
              <Button icon="mail" size="big">{`Send ${open.length === 1 ? 'the reminder' : `${open.length} reminders`} as ${postName(as)}`}</Button>
              <a href={`/cycles/${cycleId}/owed`}>Send nothing</a>
            </Buttons>
            <WhoCanSee>each message goes to one person. That a reminder was sent, and about what, shows in the authority’s activity.</WhoCanSee>
          </form>
        )}
      </div>
    </Shell>
  );
}

function Message({ reminder: { key, name, post, email, subject, text }, index, returned }: { reminder: Reminder; index: number; returned?: FormReturn }) {
  return (
    <Sheet heading={post} id={`to-${index}`}>
      <p className="s soft">
        To {name}, {email}
      </p>
      <Hidden name={`key-${index}`} value={key} />
      <Checkbox name={`send-${index}`} label="Send this one" checked returned={returned} />
      <TextInput name={`subject-${index}`} label="Subject" width="full" value={subject} maxLength={200} returned={returned} />
      <TextArea name={`text-${index}`} label="Message" rows={9} value={text} returned={returned} />
    </Sheet>
  );
}
