import { currentActor } from '@/server/session';
import { NothingHere } from '@/ui/nothing-here';
import { Shell } from './shell';
import { viewerOf } from './viewer';

/** For what is missing and for what is not this person's to see, in the same words. */
export default async function NotFound() {
  const actor = await currentActor();
  return (
    <Shell viewer={actor && viewerOf(actor)} current="" back="/my-work" title="There is nothing here that you can open">
      <NothingHere />
    </Shell>
  );
}
