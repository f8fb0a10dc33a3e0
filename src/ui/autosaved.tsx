import type { ReactNode } from 'react';
import { ClockTime } from './day';
import { Icon } from './icon';

interface AutosavedProps {
  at?: Date;
  words?: ReactNode;
  failing?: boolean;
  children?: ReactNode;
}

/** "Saved at 14:32", or since when it is not. */
export function Autosaved({ at, words, failing, children }: AutosavedProps) {
  return (
    <p className={failing ? 'saved failing' : 'saved'} role="status">
      <Icon name={failing ? 'late' : 'done'} />
      <span>
        {words ??
          (at && failing ? (
            <>
              Not saved since <ClockTime at={at} />. Your words are kept on this device.
            </>
          ) : at ? (
            <>
              Saved at <ClockTime at={at} />
            </>
          ) : (
            'Nothing saved yet'
          ))}
        {children && <> {children}</>}
      </span>
    </p>
  );
}
