import { AUTHORITY_OFFICES, OFFICE_NAMES, PARTNER_OFFICES } from '@/domain/model';
import { faultsAt } from '@/domain/processes/template-faults';
import { listed } from '@/domain/processes/in-words';
import { FOUND } from '@/domain/processes/compose/words';
import type { RoleDefinition } from '@/domain/processes/template';
import { readFormReturn } from '@/server/form-return';
import { loadProcess } from '@/server/processes/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Checkboxes } from '@/ui/checkboxes';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Radios } from '@/ui/radios';
import { Sheet } from '@/ui/sheet';
import { SummaryList } from '@/ui/summary-list';
import { TextInput } from '@/ui/text-input';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { changeRole } from '../../../actions';
import { Faults } from '../../faults';
import { Over } from '../../over';
import { partIsGone } from '../../part-is-gone';
import { RemovePart } from '../../remove-part';

interface Props {
  params: Promise<{ processId: string; roleKey: string }>;
  searchParams: Promise<{ return?: string }>;
}

/** One role that other authorities have in an authority's place. */
export default async function Role({ params, searchParams }: Props) {
  const { processId, roleKey } = await params;
  const process = `/processes/${processId}`;
  const path = `${process}/roles/${roleKey}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadProcess(actor, processId)), readFormReturn(actor.personId, (await searchParams).return)]);
  const { definition, version, publishedAt } = page.process;
  const role = definition.roles.find(({ key }) => key === roleKey);
  if (!role) partIsGone(process, (await searchParams).return);
  const draft = publishedAt === null && page.as ? { process: page.process, as: page.as } : null;
  const title = role.name.charAt(0).toUpperCase() + role.name.slice(1);
  const form = returned ? { returned } : {};
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="The role was not changed" />
      <Crumbs items={[{ label: 'Processes', href: '/processes' }, { label: `${definition.title}, version ${version}`, href: draft ? `${process}/edit` : process }, { label: title }]} />
      <PageHead title={title} lead="A part that another authority takes in an authority’s place." />
      <div className="stack-l">
        <Faults says={faultsAt(page.faults, 'role', role.key)} />
        {draft ? (
          <>
            <Sheet as="div">
              <form action={changeRole} className="stack">
                <Over page={draft} part={{ is: 'role', key: role.key }} />
                <Hidden name="key" value={role.key} />
                <TextInput name="name" label="Name" hint="Within a sentence: “observer”." value={role.name} maxLength={60} {...form} />
                <TextInput name="each" label="How many each authority has" width="xs" inputMode="numeric" value={String(role.each)} maxLength={1} {...form} />
                <div className="columns-of">
                  <Checkboxes name="offices" legend="Who acts in it, at the other authority" options={[...AUTHORITY_OFFICES, ...PARTNER_OFFICES].map((office) => ({ value: office, label: OFFICE_NAMES[office] }))} values={role.offices} {...form} />
                </div>
                <Radios name="found" legend="How they are found" value={role.found} options={(Object.keys(FOUND) as RoleDefinition['found'][]).map((value) => ({ value, label: FOUND[value].name, hint: FOUND[value].means }))} {...form} />
                <Checkbox name="mutual" label="Two authorities may have this part for one another" hint="In pairs they do; in a challenge that is to be independent they should not." checked={role.mutual} {...form} />
                <Checkbox name="named" label="It is one person’s" hint="One post is chosen each time, and not whoever holds one of the posts above." checked={role.named} {...form} />
                <Button>Save the role</Button>
              </form>
            </Sheet>
            <RemovePart page={draft} part={{ is: 'role', key: role.key }} name={role.name} what="role" />
          </>
        ) : (
          <>
            <Sheet heading="What it says" id="h-says">
              <SummaryList
                items={[
                  { term: 'For each authority', words: String(role.each) },
                  { term: 'Who acts in it', words: listed(role.offices.map((office) => OFFICE_NAMES[office])) },
                  { term: 'How they are found', words: `${FOUND[role.found].name}. ${FOUND[role.found].means}` },
                  { term: 'For one another', words: role.mutual ? 'Two authorities may have it for one another' : 'Never for one another' },
                  { term: 'Whose', words: role.named ? 'One post, chosen each time' : 'Whoever holds one of the posts' },
                ]}
              />
            </Sheet>
            <WhoCanSee>everyone who holds a post in the {page.region}.</WhoCanSee>
          </>
        )}
      </div>
    </Shell>
  );
}
