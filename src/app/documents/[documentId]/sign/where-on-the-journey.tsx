import type { JourneyShown } from '@/server/documents/sign-page/load';
import { JourneyGrid } from '@/ui/journey-grid';
import { Sheet } from '@/ui/sheet';

/** The authority's own placements, beside what was agreed a cycle ago. */
export function WhereOnTheJourney({ journey: { enablers, stages, own, agreedLastYear }, authority }: { journey: JourneyShown; authority: string }) {
  const hasLastYear = Object.keys(agreedLastYear).length > 0;
  const placements = Object.fromEntries(enablers.map(({ key }) => [key, { own: own[key] ?? null, agreed: agreedLastYear[key] ?? null }]));
  return (
    <Sheet heading={`Where ${authority} says it is on the journey`} id="h-grid">
      <JourneyGrid
        caption={`${authority} on the improvement journey, by enabler`}
        enablers={enablers}
        stages={stages}
        placements={placements}
        names={{ own: `${authority}’s own view`, ...(hasLastYear ? { agreed: 'Agreed last year' } : {}) }}
      />
      <p className="s soft">Within each stage, left is early and right is established. The data group adds its own view later; you will see both before the forum.</p>
    </Sheet>
  );
}
