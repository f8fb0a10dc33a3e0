import { notFound } from 'next/navigation';
import { isMissing } from '@/server/not-found';

/** What the load function gives; the not-found page when it threw NotFound (unseen and absent alike). */
export async function orNotFound<Found>(load: () => Promise<Found>): Promise<Found> {
  try {
    return await load();
  } catch (error) {
    if (isMissing(error)) notFound();
    throw error;
  }
}
