import type { FormReturn } from '@/domain/form';
import { gapWords, halfStagesBetween } from '@/domain/journey-grid';
import type { ReadingPage } from '@/server/questions/load';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Empty } from '@/ui/empty';
import { Hidden } from '@/ui/hidden';
import { JourneyGrid } from '@/ui/journey-grid';
import { JourneyGridForm } from '@/ui/journey-grid-form';
import { placeWords } from '@/ui/place';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { place as savePlaces } from './actions';

interface Props {
  page: ReadingPage;
  drafting: boolean;
  returned: FormReturn | undefined;
}

/** The journey, twice: where the authority places itself, where the data group does, and the gap between. */
export function Places({ page, drafting, returned }: Props) {
  const { place, selfView, placements, agreedPlaces, may, reading } = page;
  const enablers = [...page.enablers, { key: 'overall', name: 'Overall judgement' }];
  const both = Object.fromEntries(enablers.map(({ key }) => [key, { own: selfView?.places[key] ?? null, friend: placements[key] ?? null, agreed: agreedPlaces[key] ?? null }]));
  const names = { own: `${place.authority}’s own view`, friend: 'The data group’s view', ...(Object.keys(agreedPlaces).length > 0 ? { agreed: 'Agreed at the forum' } : {}) };
  const gaps = enablers.filter(({ key }) => both[key]!.own && both[key]!.friend && halfStagesBetween(both[key]!.own!, both[key]!.friend!) !== 0);
  const stages = page.stages ? { stages: page.stages } : {};
  const caption = `${place.authority} on the improvement journey`;
  if (page.enablers.length === 0) return <Empty fact="No journey grid">The self-view is written on a form that has none.</Empty>;
  return (
    <Sheet id="places" heading="On the improvement journey">
      {gaps.length > 0 && (
        <div className="theirs stack-s">
          <p>
            <b>The views differ on {gaps.length} of {enablers.length}.</b>
          </p>
          <ul className="s">
            {gaps.map(({ key, name }) => (
              <li key={key}>
                {name}: {place.authority} says {placeWords(both[key]!.own!, page.stages ?? undefined)}, the group says {placeWords(both[key]!.friend!, page.stages ?? undefined)}: {gapWords(both[key]!.own!, both[key]!.friend!)}.
              </li>
            ))}
          </ul>
        </div>
      )}
      {drafting ? (
        <form action={savePlaces} className="stack">
          <Hidden name="as" value={may.draft!.id} />
          <Hidden name="documentId" value={reading.id} />
          <JourneyGridForm caption={caption} enablers={enablers} placements={both} names={names} values={placements} voice="friend" {...stages} {...(returned ? { returned } : {})} />
          <details className="more">
            <summary>Say why, for each that needs it</summary>
            <div className="stack">
              {enablers.map(({ key, name }) => (
                <TextInput key={key} name={`why-${key}`} label={`Why: ${name}`} value={placements[key]?.rationale ?? ''} {...(returned ? { returned } : {})} />
              ))}
            </div>
          </details>
          <Buttons>
            <Button>Save the group’s places</Button>
          </Buttons>
        </form>
      ) : (
        <>
          <JourneyGrid caption={caption} enablers={enablers} placements={both} names={names} {...stages} />
          <ul className="s">
            {enablers
              .filter((enabler) => placements[enabler.key]?.rationale && gaps.includes(enabler))
              .map(({ key, name }) => (
                <li key={key}>
                  <b>{name}:</b> {placements[key]!.rationale}
                </li>
              ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}
