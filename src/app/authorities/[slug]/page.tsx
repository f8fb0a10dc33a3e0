import { Fragment } from 'react';
import { dayInWords } from '@/domain/deadlines';
import { plural } from '@/domain/place-names';
import { loadAuthority, type AuthorityPage } from '@/server/authorities/load';
import { loadCameBetween } from '@/server/disruption/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { CameBetweenList } from '@/ui/came-between';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FullDay, Moment } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { EventList } from '@/ui/event-list';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';
import { SummaryList } from '@/ui/summary-list';
import { Timeline } from '@/ui/timeline';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

type Place = NonNullable<AuthorityPage['place']>;

export default async function AuthorityPageRoute({ params, searchParams }: Props) {
  const { slug } = await params;
  const path = `/authorities/${slug}`;
  const actor = await requireActor(path);
  const asked = await searchParams;
  const returned = await readFormReturn(actor.personId, asked.return);
  const page = await orNotFound(() => loadAuthority(actor, slug, typeof asked.cycle === 'string' ? asked.cycle : null, new Date()));
  const { authority, place, activity } = page;
  const between = place ? await loadCameBetween(actor, { cycleId: place.cycle.id, authorityId: authority.id }) : [];
  const title = place ? `${authority.name} in the ${place.cycle.name} cycle` : authority.name;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <Crumbs items={[{ label: 'Authorities', href: '/authorities' }, { label: authority.name }]} />
      <FormReport returned={returned} heading="That could not be done" />
      <PageHead title={title} lead={place && (place.group || place.wave || place.withdrawn) ? <>{authority.wholeName}. <Standing place={place} /></> : `${authority.wholeName}, ${page.region}.`} />
      <UnderWay page={page} />
      <Columns aside={<Margin page={page} />}>
        {place ? (
          <>
            <Documents place={place} name={authority.name} slug={authority.slug} />
            {between.length > 0 && (
              <Sheet id="h-between" heading="What came between">
                <CameBetweenList items={between} />
              </Sheet>
            )}
            {place.journey && <Steps place={place} journey={place.journey} />}
            {place.ownPart.length > 0 && (
              <Sheet id="h-part" heading={`Your part in ${place.cycle.name}`}>
                <Milestones of={place.ownPart} />
              </Sheet>
            )}
            <Activity activity={activity} name={authority.name} />
          </>
        ) : (
          <Empty fact={`${authority.name} takes part in no cycle`}>
            The coordinator gives an authority its place when a cycle is opened. <a href="/authorities">See the other authorities</a>
          </Empty>
        )}
        <WhoCanSee>{sees(page)}</WhoCanSee>
      </Columns>
    </Shell>
  );
}

function sees({ isOwn, isBeside, place, authority }: AuthorityPage): string {
  if (isBeside) return `you work beside ${authority.name}, and see what the process has shared with the agencies beside it. What ${authority.name} keeps to itself you do not see.`;
  if (isOwn) return `you see everything of ${authority.name}’s own. Others see of it only what has been shared with them.`;
  if (place?.journey) return `where the steps stand is seen by ${authority.name}, the regional team, the data group, the Board, its group’s lead and its lead peer challenger. Documents show only where they were shared with you.`;
  return `you see who holds which post and what has been shared with you. Where ${authority.name}’s steps stand is not shared with other authorities.`;
}

function Documents({ place, name, slug }: { place: Place; name: string; slug: string }) {
  return (
    <Section id="h-documents" heading="Documents" count={place.documents.length}>
      {place.documents.length === 0 ? (
        <Empty fact="Nothing has been shared with you">{name} and the region share each document when it is time for it.</Empty>
      ) : (
        <ul className="tasks">
          {place.documents.map(({ name: document, href, state, words, on }) => (
            <li className="task" key={href}>
              <div>
                <h3>
                  <a href={href}>{document}</a>
                </h3>
              </div>
              <div className="when">
                <StatusTag state={state}>{words}</StatusTag>
                {on && (
                  <span className="d">
                    <FullDay on={on} />
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {place.documents.some(({ kind }) => kind === 'self-view') && (
        <p className="s mt-2">
          <a href={`/authorities/${slug}/threads`}>Strengths and areas over the years</a>
        </p>
      )}
    </Section>
  );
}

function Steps({ place, journey }: { place: Place; journey: NonNullable<Place['journey']> }) {
  const done = journey.filter(({ state }) => state === 'done' || state === 'signed' || state === 'not-needed').length;
  return (
    <Sheet id="h-steps" heading={`${done} of ${journey.length} steps of ${place.cycle.name} are done`}>
      <Milestones of={journey} />
      <p className="s">
        <a href={`/cycles/${place.cycle.id}/roles`}>Who has a part here, and what part it has elsewhere</a>
      </p>
    </Sheet>
  );
}

function Milestones({ of }: { of: NonNullable<Place['journey']> }) {
  return (
    <Timeline
      items={of.map(({ id, name, state, on, words, href }) => ({
        id,
        what: name,
        state,
        href: href ?? undefined,
        when: (words || on) && (
          <>
            {words} {on && <FullDay on={on} />}
          </>
        ),
      }))}
    />
  );
}

/** "Trafford group, December forums.", "Triad 2.", and since when it takes no part any more. */
function Standing({ place: { group, setsPage, wave, forumWord, withdrawn } }: { place: Place }) {
  const waved = wave && `${wave} ${plural(forumWord)}`;
  return (
    <>
      {group && (setsPage ? <a href={setsPage}>{group}</a> : group)}
      {group && waved && ', '}
      {waved}
      {(group || waved) && '. '}
      {withdrawn && `Left the cycle on ${dayInWords(withdrawn.on)}: ${withdrawn.why}`}
    </>
  );
}

/** From one of its cycles under way to another. */
function UnderWay({ page: { authority, cycles, place } }: { page: AuthorityPage }) {
  const open = cycles.filter(({ isOpen }) => isOpen);
  if (open.length < 2) return null;
  return (
    <nav className="mb-4" aria-label={`Cycles under way in which ${authority.name} takes part`}>
      <p className="s">
        Under way:{' '}
        {open.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            {id === place?.cycle.id ? <b aria-current="true">{name}</b> : <a href={`/authorities/${authority.slug}?cycle=${id}`}>{name}</a>}
          </span>
        ))}
      </p>
    </nav>
  );
}

function Activity({ activity, name }: { activity: AuthorityPage['activity']; name: string }) {
  return (
    <Section id="h-activity" heading="What happened">
      {activity.length === 0 ? (
        <p className="soft">Nothing has happened to {name}’s documents that you may read of.</p>
      ) : (
        <EventList items={activity} />
      )}
    </Section>
  );
}

function Margin({ page: { authority, posts, cycles, place, parts } }: { page: AuthorityPage }) {
  return (
    <>
      {place?.knowsForums && (
        <Slip heading={`The ${place.forumWord}`} id="h-forum">
          {place.session ? (
            <SummaryList
              tight
              items={[
                { term: 'Session', words: <a href={place.session.href}><Moment at={place.session.startsAt} /></a> },
                { term: 'Where', words: place.session.venue },
                { term: 'Challenged by', words: names(place.session.challengers) },
                ...(place.lead ? [{ term: 'Lead peer challenger', words: <a href={`/authorities/${place.lead.slug}`}>DCS, {place.lead.name}</a> }] : []),
              ]}
            />
          ) : (
            <p className="s soft">Its session has not been arranged yet.{place.lead && <> Its lead peer challenger is the DCS of <a href={`/authorities/${place.lead.slug}`}>{place.lead.name}</a>.</>}</p>
          )}
        </Slip>
      )}
      {place?.lead && !place.knowsForums && (
        <Slip heading="Lead peer challenger" id="h-lead">
          <p className="s">
            The DCS of <a href={`/authorities/${place.lead.slug}?cycle=${place.cycle.id}`}>{place.lead.name}</a>
          </p>
        </Slip>
      )}
      <Slip heading={`Posts at ${authority.name}`} id="h-posts">
        <SummaryList
          tight
          items={posts.map(({ post, holders }) => ({
            term: post,
            words: holders.length === 0 ? <span className="soft">Nobody now</span> : holders.map(({ name, acting }) => (acting ? `${name} (acting)` : name)).join(', '),
          }))}
        />
      </Slip>
      {parts.length > 0 && <Parts parts={parts} name={authority.name} />}
      {cycles.length > 1 && (
        <Slip heading="Its cycles" id="h-cycles">
          <ul className="bare stack s">
            {cycles.map(({ id, name }) => (
              <li key={id}>{id === place?.cycle.id ? <b>{name}</b> : <a href={`/authorities/${authority.slug}?cycle=${id}`}>{name}</a>}</li>
            ))}
          </ul>
        </Slip>
      )}
    </>
  );
}

/** What it does for others, by cycle. */
function Parts({ parts, name }: { parts: AuthorityPage['parts']; name: string }) {
  return (
    <Slip heading={`${name} elsewhere`} id="h-elsewhere">
      <SummaryList
        tight
        items={parts.map(({ key, as, of, cycle }) => ({
          term: as.charAt(0).toUpperCase() + as.slice(1),
          words: (
            <Fragment key={key}>
              <a href={of.href}>{of.name}</a> <span className="soft">{cycle.name}</span>
            </Fragment>
          ),
        }))}
      />
    </Slip>
  );
}

function names(challengers: NonNullable<Place['session']>['challengers']) {
  if (challengers.length === 0) return 'Not settled yet';
  return challengers.map(({ name, slug }, index) => (
    <span key={slug}>
      {index > 0 && ', '}
      <a href={`/authorities/${slug}`}>{name}</a>
    </span>
  ));
}
