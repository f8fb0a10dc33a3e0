import { currentActor } from '@/server/session';
import type { ShellViewer } from './shell';
import { viewerOf } from './viewer';

/** For pages that anyone may read: who is signed in, if anyone. */
export async function viewerIfAny(): Promise<ShellViewer | null> {
  const actor = await currentActor();
  return actor && viewerOf(actor);
}
