import type { FormReturn } from '@/domain/form';
import type { Candidate } from '@/domain/roles/candidates';
import { dayInWords } from '@/domain/deadlines';
import { roleAddress } from '@/domain/step-address';
import { readFormReturn } from '@/server/form-return';
import { loadChoice, type ChoicePage } from '@/server/roles/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Radios, type Option } from '@/ui/radios';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';
import { TextArea } from '@/ui/text-area';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../../or-not-found';
import { Shell } from '../../../../../shell';
import { viewerOf } from '../../../../../viewer';
import { assign, end, replace } from '../../actions';

interface Props {
  params: Promise<{ cycleId: string; role: string; slug: string }>;
  searchParams: Promise<{ return?: string; replaces?: string }>;
}

export default async function ChoosePeer({ params, searchParams }: Props) {
  const asked = await params;
  const { return: returnId, replaces } = await searchParams;
  const path = `/cycles/${asked.cycleId}/roles/${asked.role}/${asked.slug}`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, returnId);
  const page = await orNotFound(() => loadChoice(actor, { ...asked, replaces: typeof replaces === 'string' ? replaces : undefined }, new Date()));
  const { cycle, role, line, replaced, notToFind } = page;
  const title = replaced ? `Put another in the place of ${replaced.name}` : notToFind ? `${capital(role.name)} for ${line.place.name}` : `Find a ${role.name} for ${line.place.name}`;
  const form = { page, returned, asPostId: actor.as!.id, slug: asked.slug };
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="Nothing was changed" />
      <Crumbs items={[{ label: cycle.name, href: `/cycles/${cycle.id}` }, { label: 'Parts', href: `/cycles/${cycle.id}/roles` }, { label: line.place.name }]} />
      <PageHead title={title} lead={`${capital(role.name)} in ${line.place.name}’s place in ${cycle.name}. Conflicts are looked for here, before anyone is asked.`} />
      <Columns aside={<Days page={page} />}>
        {line.found.length > 0 && !replaced && <FoundNow {...form} />}
        {notToFind && notToFind.refused !== 'full' && <Refusal heading="Nobody can be found for it now">{notToFind.because}</Refusal>}
        {!notToFind && <Choose {...form} />}
        <WhoCanSee>you, as coordinator. Whoever is found is told; {line.place.name} sees who has the part, and not what was weighed.</WhoCanSee>
      </Columns>
    </Shell>
  );
}

interface FormProps {
  page: ChoicePage;
  returned?: FormReturn;
  asPostId: string;
  slug: string;
}

function At({ page: { cycle, role, line }, asPostId, slug }: FormProps) {
  return (
    <>
      <Hidden name="as" value={asPostId} />
      <Hidden name="cycleId" value={cycle.id} />
      <Hidden name="role" value={role.key} />
      <Hidden name="slug" value={slug} />
      <Hidden name="hostId" value={line.place.id} />
    </>
  );
}

function FoundNow(props: FormProps) {
  const { page: { line, role }, returned } = props;
  return (
    <Sheet id="h-now" heading={line.found.length === 1 ? 'Who has the part now' : `${line.found.length} have the part now`}>
      <ul className="bare stack">
        {line.found.map(({ id, name, holders }) => (
          <li key={id} className="stack-s">
            <p>
              <b>{name}</b> {holders.length > 0 && <span className="soft">({holders.join(', ')})</span>} · <a href={`?replaces=${encodeURIComponent(id)}`}>Put another in its place<span className="vh">: {name}</span></a>
            </p>
            <details open={returned?.values.partId === id}>
              <summary>End it<span className="vh"> for {name}</span></summary>
              <form action={end} className="stack">
                <At {...props} />
                <Hidden name="partId" value={id} />
                <TextArea name="why" id={returned?.values.partId === id ? 'why' : `why-${id}`} label="Why" hint={`${name} and ${line.place.name} may read it. What was begun is kept; what was handed over stays.`} rows={2} {...(returned?.values.partId === id ? { returned } : {})} />
                <Button kind="second">{`End it: ${name} is ${role.name} no longer`}</Button>
              </form>
            </details>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Choose(props: FormProps) {
  const { page: { cycle, role, line, replaced, candidates }, returned } = props;
  const free = candidates.filter(({ barred, warned }) => barred.length + warned.length === 0);
  const weighed = candidates.filter(({ barred, warned }) => barred.length === 0 && warned.length > 0);
  const barred = candidates.filter((one) => one.barred.length > 0);
  return (
    <Sheet id="h-choose" heading="Who could do it">
      <form action={replaced ? replace : assign} className="stack">
        <At {...props} />
        {replaced && (
          <>
            <Hidden name="partId" value={replaced.id} />
            <TextArea name="why" label={`Why ${replaced.name} goes`} hint={`Both authorities and ${line.place.name} may read it.`} rows={2} returned={returned} />
          </>
        )}
        {free.length > 0 && <Radios name="who" legend="Nothing stands against them" hint="The freest first." options={free.map(optionOf)} returned={returned} />}
        {weighed.length > 0 && <Radios name="who" id={free.length > 0 ? 'weighed' : 'who'} legend="Something is to be weighed" hint="They can be asked with a reason." options={weighed.map(optionOf)} returned={returned} />}
        {free.length + weighed.length === 0 && <Refusal heading="Nobody is left who could be asked">Everyone is barred. What bars them stands below.</Refusal>}
        {weighed.length > 0 && <TextArea name="reason" label="Why it is right all the same" hint="Only where something is to be weighed. It is kept with what happened, and shown to nobody else." rows={2} returned={returned} />}
        {free.length + weighed.length > 0 && (
          <Buttons>
            <Button>{replaced ? `Put them in the place of ${replaced.name}` : `Find them as ${role.name} for ${line.place.name}`}</Button>
            <a href={replaced ? roleAddress(cycle.id, role.key, line.place) : `/cycles/${cycle.id}/roles`}>Leave it</a>
          </Buttons>
        )}
      </form>
      {barred.length > 0 && (
        <details>
          <summary>{barred.length === 1 ? 'One cannot be asked' : `${barred.length} cannot be asked`}</summary>
          <ul className="bare stack-s">
            {barred.map((one) => (
              <li key={one.value}>
                <b>{nameOf(one)}</b>: {one.barred.map(({ says }) => says).join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Sheet>
  );
}

const nameOf = ({ name, post }: Candidate) => (post ? `${post.name}, ${name}` : name);

function optionOf(candidate: Candidate): Option {
  const { value, post, warned, busy, now, year } = candidate;
  return {
    value,
    label: (
      <>
        {nameOf(candidate)} {post && post.holders.length > 0 && <span className="soft">({post.holders.join(', ')})</span>}
      </>
    ),
    hint: (
      <>
        {partsWords(now, year)}
        {busy.length > 0 && <> Not free: {busy.join('; ')}.</>}
        {warned.length > 0 && (
          <span className="block">
            <StatusTag state="at-risk">To weigh</StatusTag> {warned.map(({ says }) => says).join(' ')}
          </span>
        )}
      </>
    ),
  };
}

function partsWords(now: number, year: number): string {
  const parts = (count: number) => (count === 0 ? 'no part' : count === 1 ? 'one part' : `${count} parts`);
  const has = `Has ${parts(now)} now`;
  return year > now ? `${has}, and has had ${parts(year)} within twelve months.` : `${has}.`;
}

function Days({ page: { days, role } }: { page: ChoicePage }) {
  return (
    <Slip id="h-days" heading="The days of it">
      {days.length === 0 ? (
        <p className="s soft">The process has no day on which a {role.name} must come.</p>
      ) : (
        <ul className="bare s">
          {days.map(({ day, what }) => (
            <li key={`${day} ${what}`}>
              {what}: <b>{dayInWords(day)}</b>
            </li>
          ))}
        </ul>
      )}
    </Slip>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
