import { isDemonstration } from '@/server/is-demonstration';
import { localPath } from '@/server/local-path';
import { loadLink } from '@/server/sign-in/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refused } from '@/ui/refused';
import { Sheet } from '@/ui/sheet';
import { Shell } from '../../shell';
import { followLink } from '../actions';

type Query = Promise<{ token?: string; next?: string }>;

/** What the mailed link opens. Opening it uses nothing up; the button does. */
export default async function LinkPage({ searchParams }: { searchParams: Query }) {
  const { token, next } = await searchParams;
  const person = typeof token === 'string' ? await loadLink(token, new Date()) : null;
  return (
    <Shell viewer={null} current="/sign-in" title={person ? `Sign in as ${person.name}` : 'This link can no longer be used'} demo={isDemonstration()}>
      {person ? (
        <>
          <PageHead title={`Sign in as ${person.name}`} lead="One press, and you are in for twelve hours on this device." />
          <Sheet>
            <form action={followLink} className="stack">
              <Hidden name="token" value={token!} />
              <Hidden name="next" value={localPath(next)} />
              <div className="btns">
                <Button size="big">Sign in</Button>
              </div>
            </form>
          </Sheet>
        </>
      ) : (
        <Refused
          heading="This link can no longer be used"
          because="It has been used, or it is more than 15 minutes old."
          next={<a href="/sign-in">Ask for another message</a>}
        />
      )}
    </Shell>
  );
}
