import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';
import { UnsavedWords } from './unsaved-words';
import { signOut } from './actions';

export default async function SignOutPage() {
  const actor = await requireActor('/my-work');
  return (
    <Shell viewer={viewerOf(actor)} current="/sign-out" title="Sign out" back="/my-work">
      <PageHead title={`Sign out ${actor.name}`} lead="It ends every session that you began: here, on your phone and on any other device." />
      <UnsavedWords personId={actor.personId} />
      <Sheet>
        <form action={signOut} className="btns">
          <Button>Sign out everywhere</Button>
          <a href="/my-work">Stay signed in</a>
        </form>
      </Sheet>
    </Shell>
  );
}
