import { halfStagesBetween } from '@/domain/journey-grid';
import type { Pack } from '@/server/forums/pack/load';
import { JourneyGrid } from '@/ui/journey-grid';

/** Where the authority and the data group place it differently, with what was agreed last year. */
export function Differences({ authority, pack: { enablers, places, stages } }: { authority: string; pack: Pack }) {
  const placed = enablers.filter(({ key }) => places[key]?.own && places[key]?.friend);
  const differ = placed.filter(({ key }) => halfStagesBetween(places[key]!.own!, places[key]!.friend!) !== 0);
  if (placed.length === 0) return null;
  if (differ.length === 0) return <p>{authority} and the data group see it in the same places on the journey.</p>;
  const agreed = differ.some(({ key }) => places[key]?.agreed);
  return (
    <details className="more" open>
      <summary>
        {authority} and the data group differ on {differ.length} of {placed.length} {placed.length === 1 ? 'place' : 'places'} on the journey
      </summary>
      <JourneyGrid
        caption={`Where ${authority} and the data group differ${agreed ? ', with last year’s agreed place' : ''}`}
        enablers={differ}
        placements={places}
        names={{ own: authority, friend: 'Data group', ...(agreed ? { agreed: 'Agreed last year' } : {}) }}
        {...(stages ? { stages } : {})}
      />
    </details>
  );
}
