import { isRefusal } from '@/domain/decision';
import { appointFirstCoordinator as rule } from '@/domain/first-coordinator';
import { transact } from '../transact';
import { findEmailHolder, findRegionToBegin, saveFirstCoordinator } from './store';

/** What whoever runs the server does once for a region: `npm run appoint`. `region` is its name or slug. */
export const appointFirstCoordinator = ({ region, name, email }: { region: string; name: string; email: string }, at: Date) =>
  transact(null, at, async (tx) => {
    const found = await findRegionToBegin(tx, region, at);
    const holder = await findEmailHolder(tx, email.trim().toLowerCase());
    const decision = rule({ ...found, name, email, emailHolder: holder?.name ?? null });
    if (!isRefusal(decision)) await saveFirstCoordinator(tx, found.region.id, decision, at);
    return decision;
  });
