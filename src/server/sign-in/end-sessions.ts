import { saveSignedOut } from './store';

/** Signing out ends every session that the person began before, on this browser and on any other. */
export async function endSessions(personId: string, at: Date): Promise<void> {
  await saveSignedOut(personId, at);
}
