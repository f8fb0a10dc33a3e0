import { audienceName, type AudienceNames, type Shared } from '@/domain/visibility';
import { FullDayAt } from './day';
import { WhoCanSee } from './who-can-see';

interface Props {
  /** Live shares only. */
  shares: readonly Shared[];
  names: AudienceNames;
  /** A sentence for who cannot: "The Board sees counts, not these words." */
  not?: string;
}

/** Who can see a document, from its shares; where it was shared further than at first, since when and why. */
export function SeenBy({ shares, names, not }: Props) {
  const oldestFirst = [...shares].sort((a, b) => a.sinceAt.getTime() - b.sinceAt.getTime());
  const last = oldestFirst.at(-1);
  const wasSharedOn = last && last.sinceAt.getTime() > oldestFirst[0]!.sinceAt.getTime();
  return (
    <WhoCanSee>
      {inWords([...new Set(oldestFirst.map((share) => audienceName(share.audience, names)))])}.
      {wasSharedOn && (
        <>
          {' '}
          Shared last on <FullDayAt at={last.sinceAt} />: {last.because.replace(/\.$/, '')}.
        </>
      )}{' '}
      {not ?? 'Nobody else can open it.'}
    </WhoCanSee>
  );
}

function inWords(names: readonly string[]): string {
  const whole = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? 'nobody');
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
