// A region begins with its SLI coordinator, who appoints everyone else. Nobody can appoint the first one in the browser, so whoever
// runs the server does; once there is one, that door is shut.
import { decideUnasked, refuse, type Decision } from './decision';

interface FirstCoordinator {
  region: { id: string; name: string };
  /** Someone holds the post now. */
  held: boolean;
  name: string;
  email: string;
  /** Who has this address already; null when nobody has. */
  emailHolder: string | null;
}

export function appointFirstCoordinator({ region, held, name, email, emailHolder }: FirstCoordinator): Decision<{ name: string; email: string }> {
  return decideUnasked(() => {
    if (held) return refuse('already-held', `${region.name} has an SLI coordinator already. They appoint everyone else, and their successor, in the browser.`);
    if (!name.trim()) return refuse('no-name', 'Give the name of the person.');
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) return refuse('no-address', `“${email}” is no e-mail address.`);
    if (emailHolder) return refuse('address-in-use', `${email} is the address of ${emailHolder} already.`);
    return {
      change: { name: name.trim(), email: email.trim().toLowerCase() },
      events: [{ type: 'appointment.made', regionId: region.id, data: { person: name.trim(), post: `SLI coordinator, ${region.name}` } }],
    };
  });
}
