import { placeIn, type Difference } from '@/domain/documents/join-texts';
import { isClash } from '@/domain/documents/merge-text';
import type { FieldDefinition } from '@/domain/documents/template';
import type { FormReturn } from '@/domain/form';
import { readFormReturn } from '@/server/form-return';
import { loadBeside, type BesidePage } from '@/server/documents/sections/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { clockTime } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { SeenBy } from '@/ui/seen-by';
import { Sheet } from '@/ui/sheet';
import { orNotFound } from '../../../../../../or-not-found';
import { Shell } from '../../../../../../shell';
import { viewerOf } from '../../../../../../viewer';
import { join } from '../../../../../actions';
import { ClashForm } from './clash-form';
import { ValueForm } from './value-form';

interface Props {
  params: Promise<{ documentId: string; sectionKey: string; besideId: string }>;
  searchParams: Promise<{ return?: string }>;
}

/** Two people changed the same words: the text with both at each such place, and one choice for each. */
export default async function Beside({ params, searchParams }: Props) {
  const { documentId, sectionKey, besideId } = await params;
  const path = `/documents/${documentId}/sections/${sectionKey}/beside/${besideId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadBeside(actor, { documentId, sectionKey, besideId }, new Date())), readFormReturn(actor.personId, (await searchParams).return)]);
  const title = `Two texts of ${page.section.title}`;
  const places = page.places.reduce((sum, place) => sum + ('stretches' in place ? place.stretches.filter(isClash).length : 1), 0);
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="The two texts are not joined yet" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: page.title, href: page.address }, { label: 'Two texts' }]} />
      <PageHead title={title} lead={leadOf(places)} />
      {page.closed && <Refusal heading="This cannot be changed now">{page.closed.because}</Refusal>}
      <form action={join}>
        <Sheet>
          <Hidden name="documentId" value={documentId} />
          <Hidden name="sectionKey" value={sectionKey} />
          <Hidden name="besideId" value={besideId} />
          <Hidden name="againstVersion" value={String(page.againstVersion)} />
          <Hidden name="to" value={page.address} />
          <Hidden name="as" value={page.may?.id ?? ''} />
          {page.places.map((place) => (
            <PlaceOfTwo key={place.path} place={place} page={page} returned={returned} />
          ))}
          {page.may && <Button>{places === 0 ? 'Go on with the section' : 'Save these words'}</Button>}
          <SeenBy shares={page.shares} names={page.names} not="Words that do not stand are kept among the earlier saves." />
        </Sheet>
      </form>
    </Shell>
  );
}

function leadOf(places: number): string {
  if (places === 0) return 'Nothing differs any more: what was set aside stands in the section, or its place is gone.';
  const where = places === 1 ? 'one place' : `${places} places`;
  return `Two people changed the same words in ${where}. Both are kept; say for each which stand. What only one of them changed stands already.`;
}

/** A text with its clashes where they are, or a value of another kind. */
function PlaceOfTwo({ place, page, returned }: { place: Difference; page: BesidePage; returned: FormReturn | undefined }) {
  const names = { mine: page.mine.own ? 'You' : page.mine.by, mineAt: clockTime(page.mine.at), theirs: page.theirs.by, theirsAt: clockTime(page.theirs.at) };
  const heading = placeWords(place.path, page.fields);
  if (!('stretches' in place)) return <ValueForm heading={heading} path={place.path} mine={place.mine} theirs={place.theirs} names={names} may={page.may !== null} returned={returned} />;
  const clashes = place.stretches.filter(isClash);
  return (
    <section className="stack" aria-label={heading}>
      <h2>{heading}</h2>
      {place.stretches.map((stretch, index) =>
        isClash(stretch) ? (
          <ClashForm key={index} clash={stretch} path={placeIn(place.path, clashes.indexOf(stretch))} number={clashes.indexOf(stretch) + 1} of={clashes.length} names={names} may={page.may !== null} returned={returned} />
        ) : (
          <p key={index} className="doc pre soft">
            {stretch.words}
          </p>
        ),
      )}
    </section>
  );
}

/** "strengths.<id>.text" → "Strengths" */
function placeWords(path: string, fields: readonly FieldDefinition[]): string {
  return fields.find(({ key }) => key === path.split('.')[0])?.label ?? 'The text';
}
