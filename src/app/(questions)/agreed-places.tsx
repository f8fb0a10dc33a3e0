import type { FormReturn } from '@/domain/form';
import { postName, type HeldPost } from '@/domain/model';
import type { ReadingPage } from '@/server/questions/load';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Hidden } from '@/ui/hidden';
import { JourneyGridForm } from '@/ui/journey-grid-form';
import { Sheet } from '@/ui/sheet';
import { saveAgreed } from './actions';

interface Props {
  page: Pick<ReadingPage, 'place' | 'selfView' | 'placements' | 'agreedPlaces' | 'enablers' | 'stages' | 'reading'>;
  as: HeldPost;
  returned: FormReturn | undefined;
}

/** After the forum, until the notes are final: the places that were agreed there. */
export function AgreedPlaces({ page: { place, selfView, placements, agreedPlaces, enablers: lines, stages, reading }, as, returned }: Props) {
  const enablers = [...lines, { key: 'overall', name: 'Overall judgement' }];
  const both = Object.fromEntries(enablers.map(({ key }) => [key, { own: selfView?.places[key] ?? null, friend: placements[key] ?? null }]));
  const names = { own: `${place.authority}’s own view`, friend: 'The data group’s view', agreed: 'Agreed at the forum' };
  return (
    <Sheet id="agreed" heading="Agreed at the forum">
      <form action={saveAgreed} className="stack">
        <Hidden name="as" value={as.id} />
        <Hidden name="documentId" value={reading.id} />
        <p className="s">{`Record what was agreed on the day, where it was. ${place.authority} and those who sign the notes read it beside both views; once the notes are final it stays as it is.`}</p>
        <JourneyGridForm
          caption={`Places agreed for ${place.authority}`}
          enablers={enablers}
          placements={both}
          names={names}
          values={agreedPlaces}
          voice="agreed"
          name="agreed"
          {...(stages ? { stages } : {})}
          {...(returned ? { returned } : {})}
        />
        <Buttons>
          <Button>Record as {postName(as)}</Button>
        </Buttons>
      </form>
    </Sheet>
  );
}
