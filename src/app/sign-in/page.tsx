import { isDemonstration } from '@/server/is-demonstration';
import { readFormReturn } from '@/server/form-return';
import { localPath } from '@/server/local-path';
import { canSendMail } from '@/server/mail/transport';
import { currentActor } from '@/server/session';
import { loadDemonstrationPeople } from '@/server/sign-in/load';
import { today } from '@/server/days';
import { Button } from '@/ui/button';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { Shell } from '../shell';
import { askForMessage } from './actions';
import { DemonstrationPeople } from './demonstration-people';

const NO_PASSWORD = 'There is no password. We send you a message with a link and a code; either signs you in once.';

type Query = Promise<{ next?: string; return?: string }>;

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const next = localPath(query.next);
  const actor = await currentActor();
  const returned = (await readFormReturn(null, query.return)) ?? (actor ? await readFormReturn(actor.personId, query.return) : undefined);
  const people = await loadDemonstrationPeople(today(new Date()));
  return (
    <Shell viewer={null} current="/sign-in" title="Sign in" returned={returned} demo={isDemonstration()}>
      <FormReport returned={returned} heading="No message can be sent yet" />
      <PageHead title="Sign in" lead={people.length > 0 ? 'This is a demonstration: choose one of its people, and one press signs you in. Everybody and everything here is invented.' : NO_PASSWORD} big />
      {actor && (
        <p className="lead">
          You are signed in as {actor.name}. <a href={next}>Go on as {actor.name}</a>, or sign in as somebody else.
        </p>
      )}
      <div className="stack-l">
        {people.length > 0 && <DemonstrationPeople people={people} next={next} />}
        <Sheet id="h-mail" heading={people.length > 0 ? 'Or sign in by e-mail' : 'By e-mail'}>
          {!canSendMail() && <Refusal heading="No message can leave this installation yet">Whoever looks after it has to set the address of a mail server (SMTP_URL).</Refusal>}
          {people.length > 0 && <p>{NO_PASSWORD}</p>}
          <form action={askForMessage} className="stack" noValidate>
            <Hidden name="next" value={next} />
            <TextInput name="email" type="email" label="Your e-mail address" hint="The one that your region’s coordinator has for you." autoComplete="email" spellCheck={false} width="m" returned={returned} />
            <div className="btns">
              <Button icon="mail">Send me a message</Button>
            </div>
          </form>
        </Sheet>
      </div>
    </Shell>
  );
}
