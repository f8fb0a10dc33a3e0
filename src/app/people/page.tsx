import { dayInWords } from '@/domain/deadlines';
import { today } from '@/server/days';
import { readFormReturn } from '@/server/form-return';
import { loadPeople, type PlaceOverview } from '@/server/people/load';
import { requireActor } from '@/server/session';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Stats } from '@/ui/stats';
import { TextInput } from '@/ui/text-input';
import { Toolbar } from '@/ui/toolbar';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../or-not-found';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';
import { filterPlaces, SHOWING, showingOf } from './filter';
import { PlacePosts } from './place-posts';

type Query = Promise<{ find?: string; show?: string; return?: string }>;

export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('/people');
  const query = await searchParams;
  const [find, show] = [String(query.find ?? '').trim(), showingOf(query.show)];
  const returned = await readFormReturn(actor.personId, query.return);
  const now = new Date();
  const { places, counts, isWholeRegion } = await orNotFound(() => loadPeople(actor, now));
  const shown = filterPlaces(places, { find, show });
  const where = isWholeRegion ? `the ${actor.posts.find((post) => post.office === 'sli-coordinator')!.region.name}` : namesOf(places);
  return (
    <Shell viewer={viewerOf(actor)} current="/people" title="People" returned={returned}>
      <FormReport returned={returned} heading="That cannot be done" />
      <PageHead
        title={counts.vacancies > 0 ? `${counted(counts.vacancies)} of ${where} ${counts.vacancies === 1 ? 'is' : 'are'} vacant` : `Who holds the posts of ${where}`}
        lead={`${dayInWords(today(now))}. Work is due from posts, and goes to whoever holds them on the day.`}
        aside={<LinkButton href={places.length === 1 ? `/people/appoint?place=${places[0]!.key}` : '/people/appoint'}>Appoint someone</LinkButton>}
      />
      <div className="stack-l">
        <Stats
          items={[
            { label: 'People who hold a post', figure: counts.people },
            { label: 'Vacant posts that a cycle needs', figure: counts.vacancies, href: '/people?show=vacant' },
            { label: 'Posts with cover', figure: counts.covered, href: '/people?show=cover' },
          ]}
        />
        {isWholeRegion && (
          <Toolbar>
            <TextInput name="find" type="search" label="Name, office or place" value={find} />
            <Select name="show" label="Show" value={show} options={SHOWING} />
          </Toolbar>
        )}
        {shown.length === 0 && (
          <Empty fact="Nobody and nothing fits">
            No post, person or authority matches. <a href="/people">Show everyone</a>
          </Empty>
        )}
        {shown.map((place) => (
          <PlacePosts key={place.key} place={place} />
        ))}
        <WhoCanSee>The regional coordinator sees everyone in the region; a DCS sees the people of their own authority. Each person sees their own page.</WhoCanSee>
      </div>
    </Shell>
  );
}

function namesOf(places: readonly PlaceOverview[]): string {
  return places.map((place) => place.name).join(' and ');
}

function counted(count: number): string {
  return count === 1 ? 'One post' : `${count} posts`;
}
