import { loadOutbox, type OutboxLine, type OutboxPage } from '@/server/mail/load';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { Moment } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { PageHead } from '@/ui/page-head';
import { Pagination } from '@/ui/pagination';
import { Sheet } from '@/ui/sheet';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';
import { MessageState } from './message-state';
import { MessageText } from './message-text';

export default async function Outbox({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  const actor = await requireActor('/outbox');
  const outbox = await loadOutbox(actor, Number.parseInt((await searchParams).page ?? '1', 10) || 1);
  return (
    <Shell viewer={viewerOf(actor)} current="/outbox" title="Outbox">
      <PageHead title="Outbox" lead={leadOf(outbox)} />
      {outbox.lines.length === 0 ? (
        <Empty fact="No message yet">
          Messages come when something asks for you or changes what you do. What is due stands under <a href="/my-work">My work</a>.
        </Empty>
      ) : (
        <Sheet id="messages" heading={outbox.count === 1 ? 'One message' : `${outbox.count} messages`} gap={false}>
          {outbox.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </Sheet>
      )}
      <Pagination page={outbox.page} pages={outbox.pages} href={(page) => `/outbox?page=${page}`} />
    </Shell>
  );
}

function leadOf({ ofRegion, demonstration, canSend }: OutboxPage): string {
  const whose = ofRegion ? 'Every message to the region’s people, newest first.' : 'Every message to you, newest first.';
  if (demonstration) return `${whose} In the demonstration messages can be read here.`;
  if (!canSend) return `${whose} No mail goes out, because no mail server is set (SMTP_URL).`;
  return ofRegion ? `${whose} The words of a message are for its receiver.` : whose;
}

function Line({ line: { subject, post, text, calendar, createdAt, state } }: { line: OutboxLine }) {
  return (
    <article className="wrow md:grid-cols-[minmax(0,1fr)_20rem]">
      <div>
        <h3>{subject}</h3>
        <p className="s soft">
          {post ? `To ${post}` : 'To you'}
          {calendar && ', with a calendar entry'}
        </p>
        {text !== null && (
          <details className="s mt-s2">
            <summary>
              Read it<span className="vh">: {subject}</span>
            </summary>
            <MessageText text={text} origin={new URL(env().NEXTAUTH_URL).origin} />
          </details>
        )}
      </div>
      <div className="s">
        <MessageState state={state} />
        <p className="soft">
          Written <Moment at={createdAt} />
        </p>
      </div>
    </article>
  );
}
