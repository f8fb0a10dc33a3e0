import { postName } from '@/domain/model';
import { FOCUS_NAMES, SOURCE_NAMES } from '@/domain/questions';
import { readFormReturn } from '@/server/form-return';
import { loadPack, type PackPage } from '@/server/questions/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { CopyLinks } from '@/ui/copy-links';
import { Crumbs } from '@/ui/crumbs';
import { clockTime, FullDay } from '@/ui/day';
import { Figures } from '@/ui/figures';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { SeenBy } from '@/ui/seen-by';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { orNotFound } from '../../../or-not-found';
import { figureRow } from '../../figure-words';
import { confirm } from '../../actions';
import { Places } from '../../places';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function Pack({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/packs/${documentId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadPack(actor, documentId, new Date())), readFormReturn(actor.personId, (await searchParams).return)]);
  const { place, reading, figures } = page;
  const focus = [reading.focusEducation ? FOCUS_NAMES.education : '', reading.focusSocialCare ? FOCUS_NAMES['social-care'] : ''].filter(Boolean).join(' and ');
  const topics = [...new Set(figures.map((figure) => figure.topic))];
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={`Questions and pack for ${place.authority}`} back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="This cannot be recorded" />}
      <Crumbs items={[{ label: place.authority, href: `/authorities/${place.slug}` }, { label: `Questions and pack, ${place.cycle}` }]} />
      <PageHead title={`Questions and pack for ${place.authority}`} lead={`${place.cycle} cycle. Suggested focus: ${focus.toLowerCase()}.`} aside={<Receipt page={page} />} />
      <Columns aside={<Margin page={page} />}>
        <Sheet id="headline" heading="Headline">
          <p className="doc">{reading.headline}</p>
          {reading.summary && <p className="doc">{reading.summary}</p>}
        </Sheet>
        <Section id="questions" heading="Questions" count={reading.questions.length}>
          {reading.questions.map((question, index) => (
            <div className="q" key={question.id}>
              <span className="qn">{index + 1}</span>
              <div>
                <p className="qt">{question.text}</p>
                <p className="from">
                  <span>{SOURCE_NAMES[question.source]}</span>
                  <span>{FOCUS_NAMES[question.focus]}</span>
                </p>
              </div>
            </div>
          ))}
        </Section>
        <Places page={page} drafting={false} returned={undefined} />
        <Section id="figures" heading="Figures" count={figures.length}>
          <Sheet>
            {topics.map((topic) => (
              <div key={topic} className="stack-s">
              <h3>{topic}</h3>
              <Figures caption={`${topic}: figures of ${place.authority}`} own={place.authority} region={place.region} rows={figures.filter((figure) => figure.topic === topic).map(figureRow)} />
              </div>
            ))}
          </Sheet>
          <p className="s soft">
            Small numbers move much from year to year; some are held back. Most rates have no better or worse. Figures are as entered by the day on which the packs were issued, and are not meant to measure performance by themselves.
          </p>
        </Section>
        <CopyLinks base={`/documents/${documentId}`} of={`questions and pack for ${place.authority}`} />
        <SeenBy shares={page.shares} names={{ authority: place.authority, group: place.group, region: place.region, roles: page.roles }} />
      </Columns>
    </Shell>
  );
}

function Receipt({ page: { may, reading } }: { page: PackPage }) {
  if (!may.read) return null;
  return (
    <form action={confirm}>
      <Hidden name="as" value={may.read.id} />
      <Hidden name="documentId" value={reading.id} />
      <Button>Confirm that you have read them, as {postName(may.read)}</Button>
    </form>
  );
}

function Margin({ page: { session, selfView, receipts, place } }: { page: PackPage }) {
  const read = new Set(receipts.map(({ postId }) => postId)).size;
  return (
    <>
      <Slip id="session" heading="The forum">
        {session ? (
          <p className="s">
            <a href={`/forums/${session.forumId}/sessions/${session.id}`}>
              <FullDay on={session.on} />, {clockTime(session.startsAt)}
            </a>
            <br />
            {session.venue}. Challenged by {session.challengers.join(' and ') || 'nobody named yet'}. <a href={`/forums/${session.forumId}/sessions/${session.id}/prepare`}>Prepare</a>
          </p>
        ) : (
          <p className="s soft">The day has not been arranged yet.</p>
        )}
      </Slip>
      {selfView && (
        <Slip id="own" heading="Self-view">
          <p className="s">
            <a href={`/self-views/${selfView.id}/read`}>
              {place.authority}’s self-view, version {selfView.version}
            </a>
          </p>
        </Slip>
      )}
      <Slip id="receipts" heading="Read by">
        <p className="s">{read === 0 ? 'Nobody has confirmed yet.' : `${read} ${read === 1 ? 'post has' : 'posts have'} confirmed.`}</p>
      </Slip>
    </>
  );
}
