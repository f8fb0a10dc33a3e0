import { roleAddress } from '@/domain/step-address';
import { readFormReturn } from '@/server/form-return';
import { loadRoles, type RoleLine, type RolesPage } from '@/server/roles/load';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { VisuallyHidden } from '@/ui/visually-hidden';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function RolesPageRoute({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/roles`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const page = await orNotFound(() => loadRoles(actor, cycleId, new Date()));
  const title = page.own ? `Parts of ${page.own.join(' and ')} in ${page.cycle.name}` : `Who has which part in ${page.cycle.name}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="Nothing was changed" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: page.cycle.name, href: `/cycles/${cycleId}` }, { label: 'Parts' }]} />
      <PageHead title={title} lead={leadOf(page)} aside={page.makesSets && page.mayAssign && <LinkButton href={`/cycles/${cycleId}/sets`} kind="second">See the sets</LinkButton>} />
      <div className="stack-l">
        {page.roles.length === 0 && <Empty fact="Nobody has to be found">In this process authorities take no part in one another’s places. <a href={`/cycles/${cycleId}`}>See the cycle</a></Empty>}
        {page.roles.map((role) => (
          <Role key={role.role.key} page={page} {...role} />
        ))}
        <WhoCanSee>{page.own ? `you see who has a part at ${page.own.join(' and ')}, and what part ${page.own.length === 1 ? 'it has' : 'they have'} elsewhere. The regional team, the data group and the Board see all of them.` : 'the regional team, the data group and the Board. Each authority sees who has a part there, and its own parts elsewhere. Agencies beside an authority see none of it.'}</WhoCanSee>
      </div>
    </Shell>
  );
}

function leadOf({ roles, own, cycle }: RolesPage): string {
  const missing = roles.reduce((sum, role) => sum + role.missing, 0);
  if (cycle.closedOn) return 'This cycle is closed.';
  if (own) return 'Who comes from elsewhere, and where you go.';
  return missing === 0 ? 'Everyone has been found.' : `${missing === 1 ? 'One part has' : `${missing} parts have`} nobody yet.`;
}

type RoleProps = RolesPage['roles'][number] & { page: RolesPage };

function Role({ page, role, lines, missing, rotates }: RoleProps) {
  const { cycle, mayAssign } = page;
  const name = capital(role.each === 1 ? role.name : `${role.name}s`);
  const columns = [{ name: 'Authority' }, { name: name, full: true as const }];
  return (
    <Section id={`h-role-${role.key}`} heading={name} count={page.own ? undefined : missing === 0 ? 'All found' : `${missing} to find`}>
      {rotates && (
        <p className="pb-s3">
          <LinkButton href={`/cycles/${cycle.id}/roles/${role.key}/rotation`} kind="second" size="small">Make a rotation<VisuallyHidden> of {role.name}s</VisuallyHidden></LinkButton>
        </p>
      )}
      {lines.length === 0 ? (
        <p className="soft">Nothing of yours.</p>
      ) : (
        <DataTable
          caption={`${name} of each authority`}
          columns={mayAssign ? [...columns, { name: 'Act', hidden: true as const, full: true as const }] : columns}
          rows={lines.map((line) => ({
            id: line.place.id,
            cells: [line.place.name, <Found key="found" line={line} />, ...(mayAssign ? [<Act key="act" line={line} href={roleAddress(cycle.id, role.key, line.place)} closed={cycle.closedOn !== null} name={role.name} />] : [])],
          }))}
        />
      )}
    </Section>
  );
}

function Found({ line: { found, missing, place } }: { line: RoleLine }) {
  return (
    <>
      {found.map(({ name, holders }, index) => (
        <span key={`${index} ${name}`}>
          {index > 0 && '; '}
          {name}
          {holders.length > 0 && <span className="soft"> ({holders.join(', ')})</span>}
        </span>
      ))}
      {missing > 0 && (
        <>
          {found.length > 0 && '; '}
          <StatusTag state="due">{missing === 1 ? 'One to find' : `${missing} to find`}</StatusTag>
        </>
      )}
      {found.length === 0 && missing === 0 && <span className="soft">{place.withdrew ? 'Has left the cycle' : 'Nobody'}</span>}
    </>
  );
}

function Act({ line: { missing, found, place }, href, closed, name }: { line: RoleLine; href: string; closed: boolean; name: string }) {
  if (closed || (missing === 0 && found.length === 0)) return null;
  return (
    <a href={href}>
      {missing > 0 ? 'Find' : 'Change'}
      <VisuallyHidden> {name} for {place.name}</VisuallyHidden>
    </a>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
