import { listAuthorities, type AuthoritiesPage } from '@/server/authorities/load';
import { requireActor } from '@/server/session';
import { Empty } from '@/ui/empty';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { Toolbar } from '@/ui/toolbar';
import { orNotFound } from '../or-not-found';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuthoritiesPage({ searchParams }: Props) {
  const actor = await requireActor('/authorities');
  const { search } = await searchParams;
  const sought = typeof search === 'string' ? search.slice(0, 80) : '';
  const page = await orNotFound(() => listAuthorities(actor, sought, new Date()));
  const groups = byGroup(page);
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={`Authorities of the ${page.region}`} back="/authorities">
      <PageHead title={`Authorities of the ${page.region}`} lead="Each page shows what has been shared with you, and no more." />
      <div className="stack">
        <Toolbar act="Find">
          <TextInput name="search" label="Name, or part of it" type="search" value={sought} />
        </Toolbar>
        {page.authorities.length === 0 ? (
          <Empty fact={`No authority of the ${page.region} has “${sought}” in its name`}>
            Try a shorter part of the name. <a href="/authorities">See all of them</a>
          </Empty>
        ) : (
          <div className="grid items-start gap-s5 md:grid-cols-3">
            {groups.map(({ name, authorities }, index) => (
              <Sheet key={name} id={`h-group-${index}`} heading={name}>
                <ul className="bare leading-8">
                  {authorities.map(({ slug, name: authority, mine }) => (
                    <li key={slug}>
                      <a href={`/authorities/${slug}`}>{authority}</a>
                      {mine && <span className="soft s"> Your own authority</span>}
                    </li>
                  ))}
                </ul>
              </Sheet>
            ))}
          </div>
        )}
      </div>
    </Shell>
  );
}

function byGroup({ authorities }: AuthoritiesPage): { name: string; authorities: AuthoritiesPage['authorities'] }[] {
  const groups = [...new Set(authorities.map(({ group }) => group))].sort((a, b) => (a ?? '~').localeCompare(b ?? '~'));
  return groups.map((group) => ({
    name: group ? `${group} group` : groups.length === 1 ? 'All authorities' : 'In no group',
    authorities: authorities.filter((authority) => authority.group === group),
  }));
}
