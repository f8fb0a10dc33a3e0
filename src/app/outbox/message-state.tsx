import type { MessageState as State } from '@/server/mail/load';
import { dayAndMonth, Moment } from '@/ui/day';
import { StatusTag } from '@/ui/status-tag';

/** What became of a message, in a word and a shape. */
export function MessageState({ state }: { state: State }) {
  switch (state.is) {
    case 'sent':
      return (
        <>
          <StatusTag state="done">Sent</StatusTag>
          <p className="soft">
            <Moment at={state.at} />
          </p>
        </>
      );
    case 'in-digest':
      return <StatusTag state="done" wrap>{`In the digest of ${dayAndMonth(state.on)}`}</StatusTag>;
    case 'for-digest':
      return <StatusTag state="waiting" wrap>{`Waits for the digest of ${dayAndMonth(state.on)}`}</StatusTag>;
    case 'waiting':
      return <StatusTag state="waiting">Waits to be sent</StatusTag>;
    case 'trying':
      return (
        <>
          <StatusTag state="late" wrap>{`Not taken by the mail server, tried ${state.failures === 1 ? 'once' : `${state.failures} times`}`}</StatusTag>
          <p className="soft">
            Again <Moment at={state.againAt} />
          </p>
        </>
      );
    case 'dropped':
      return <StatusTag state="not-needed" wrap>{`Not sent: ${state.because}`}</StatusTag>;
  }
}
