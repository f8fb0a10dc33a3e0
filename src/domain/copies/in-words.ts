import { audienceName, type AudienceNames, type Shared } from '../visibility';

const inLondon = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options });
const DAY = inLondon({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAY = inLondon({ day: 'numeric', month: 'long', year: 'numeric' });
const CLOCK = inLondon({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "Friday 27 October 2017, 17:05" in London */
export const momentInWords = (at: Date): string => `${DAY.format(at).replaceAll(',', '')}, ${CLOCK.format(at)}`;

/** "27 October 2017" in London */
export const dayOfInWords = (at: Date): string => SHORT_DAY.format(at);

/** "Confidential. Wigan and the North West team may see this, and nobody else." */
export function whoMaySee(shares: readonly Shared[], names: AudienceNames): string {
  const all = [...new Set([...shares].sort((a, b) => a.sinceAt.getTime() - b.sinceAt.getTime()).map((share) => audienceName(share.audience, names)))];
  const listed = all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? 'nobody');
  return `Confidential. ${listed.charAt(0).toUpperCase()}${listed.slice(1)} may see this, and nobody else.`;
}
