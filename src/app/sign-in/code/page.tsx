import { isDemonstration } from '@/server/is-demonstration';
import { readFormReturn } from '@/server/form-return';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { Shell } from '../../shell';
import { enterCode } from '../actions';

type Query = Promise<{ return?: string }>;

export default async function CodePage({ searchParams }: { searchParams: Query }) {
  const returned = await readFormReturn(null, (await searchParams).return);
  const demo = isDemonstration();
  if (typeof returned?.values.request !== 'string') {
    return (
      <Shell viewer={null} current="/sign-in" title="Type the code" demo={demo}>
        <PageHead title="Type the code" />
        <Empty fact="No code was asked for here">
          The code belongs to the page on which it was asked for. <a href="/sign-in">Ask for a message</a>
        </Empty>
      </Shell>
    );
  }
  const { request, email, next } = returned.values as Record<string, string>;
  return (
    <Shell viewer={null} current="/sign-in" title="If that address is known, a message is on its way" returned={returned} demo={demo}>
      <FormReport returned={returned} heading="You are not signed in yet" />
      <PageHead title="If that address is known, a message is on its way" lead={<>To {email}. It holds a link and a code; either signs you in once, within 15 minutes.</>} />
      <Sheet id="h-code" heading="Type the code here, or open the link in the message">
        <form action={enterCode} className="stack">
          <Hidden name="request" value={request!} />
          <Hidden name="email" value={email ?? ''} />
          <Hidden name="next" value={next ?? ''} />
          <TextInput name="code" label="The code in the message" hint="Eight letters and figures, as in K7MP-4QXD." autoComplete="one-time-code" spellCheck={false} width="s" returned={returned} />
          <div className="btns">
            <Button>Sign in</Button>
          </div>
        </form>
        <p className="s soft">
          {demo && (
            <>
              In the demonstration no message leaves: <a href="/sign-in">choose one of its people</a> instead.{' '}
            </>
          )}
          Nothing after five minutes? Look among unwanted mail, then <a href="/sign-in">ask for another</a>; one address gets at most five in a quarter of an hour. If it still does not come, your
          region’s coordinator can tell you which address is known.
        </p>
      </Sheet>
    </Shell>
  );
}
