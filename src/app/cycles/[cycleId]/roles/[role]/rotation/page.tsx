import { readFormReturn } from '@/server/form-return';
import { loadRotation, type RotationPage } from '@/server/roles/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { cameBack } from '@/ui/returned';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { TextArea } from '@/ui/text-area';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../../or-not-found';
import { Shell } from '../../../../../shell';
import { viewerOf } from '../../../../../viewer';
import { rotate } from '../../actions';
import { pairsTyped, rotationField } from '../../rotation-fields';

interface Props {
  params: Promise<{ cycleId: string; role: string }>;
  searchParams: Promise<{ return?: string; turn?: string }>;
}

export default async function Rotation({ params, searchParams }: Props) {
  const asked = await params;
  const { return: returnId, turn } = await searchParams;
  const path = `/cycles/${asked.cycleId}/roles/${asked.role}/rotation`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, returnId);
  const pairs = cameBack(returned) ? pairsTyped(returned!.values) : null;
  const page = await orNotFound(() => loadRotation(actor, { ...asked, turn: turnOf(turn), pairs }, new Date()));
  const { cycle, role, refusal } = page;
  const title = `A rotation of ${role.name}s for ${cycle.name}`;
  const form = returned ? { returned } : {};
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="Nobody was found yet" />
      <Crumbs items={[{ label: cycle.name, href: `/cycles/${cycle.id}` }, { label: 'Parts', href: `/cycles/${cycle.id}/roles` }, { label: 'Rotation' }]} />
      <PageHead
        title={title}
        lead={`Each authority ${role.each === 1 ? 'has one and goes to one' : `has ${role.each} and goes to ${role.each}`}. ${role.mutual ? '' : 'No two go to one another. '}Whoever has been found already stays.`}
        aside={<LinkButton href={`${path}?turn=${page.turn + 1}`} kind="second">Make another</LinkButton>}
      />
      {refusal && <Refusal heading="None could be made" next={<a href={`/cycles/${cycle.id}/roles`}>See who has which part</a>}>{refusal.because}</Refusal>}
      {refusal?.refused !== 'full' && (
        <form action={rotate} className="stack-l">
          <Hidden name="as" value={actor.as!.id} />
          <Hidden name="cycleId" value={cycle.id} />
          <Hidden name="role" value={role.key} />
          <Sheet id="h-rotation" heading="Who goes where">
            <Pairs page={page} />
          </Sheet>
          <Sheet id="h-confirm" heading="Find them all at once">
            {page.lines.some(({ warned }) => warned.length > 0) && <TextArea name="reason" label="Why it is right all the same" hint="One reason for all that is to be weighed. It is kept with what happened." rows={2} {...form} />}
            <Buttons>
              <Button name="do" value="confirm">{`Find these ${role.name}s for ${cycle.name}`}</Button>
              <Button name="do" value="look" kind="second">Look at it as altered</Button>
            </Buttons>
          </Sheet>
        </form>
      )}
      <WhoCanSee>you, as coordinator, until they are found; then each authority sees its own.</WhoCanSee>
    </Shell>
  );
}

const turnOf = (turn: string | undefined) => Math.min(99, Math.max(1, Number.parseInt(turn ?? '1', 10) || 1));

function Pairs({ page: { lines, role, authorities, names } }: { page: RotationPage }) {
  const options = authorities.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <table className="dt stackable">
      <caption className="vh">Each authority, and who goes to it</caption>
      <thead>
        <tr>
          <th scope="col">Authority</th>
          <th scope="col">Goes to it</th>
          <th scope="col">To weigh</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ place, keptIds, peerIds, barred, warned }) => (
          <tr key={place.id}>
            <th scope="row">{place.name}</th>
            <td className="full" data-label="Goes to it">
              <div className="flex flex-wrap gap-s3">
                {keptIds.map((id) => (
                  <span key={id} className="self-center">{names.get(id)} <span className="soft">(found)</span></span>
                ))}
                {Array.from({ length: Math.max(role.each - keptIds.length, peerIds.length) }, (_, index) => (
                  <Select key={index} name={rotationField(place.id, index)} label={`For ${place.name}, ${index + 1}`} hideLabel options={options.filter(({ value }) => value !== place.id)} value={peerIds[index] ?? ''} blank="Nobody yet" />
                ))}
              </div>
            </td>
            <td className="full" data-label="To weigh">
              {barred.length > 0 && (
                <p>
                  <StatusTag state="late">Cannot be</StatusTag> {barred.join(' ')}
                </p>
              )}
              {warned.length > 0 && (
                <p>
                  <StatusTag state="at-risk">To weigh</StatusTag> {warned.join(' ')}
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
