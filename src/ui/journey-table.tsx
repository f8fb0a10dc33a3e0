import type { ReactNode } from 'react';
import type { Voice } from './mark';
import { HALVES, STAGES, type Enabler, type Place } from './place';

interface JourneyTableProps {
  caption: string;
  enablers: readonly Enabler[];
  stages?: readonly string[];
  cell: (enabler: Enabler, place: Place) => ReactNode;
  under?: (enabler: Enabler) => ReactNode;
  bad?: (enabler: Enabler) => boolean;
  /** Who is placing. */
  voice?: Voice;
}

/** The frame that reading and placing share: enablers down, three stages in two halves across. */
export function JourneyTable({ caption, enablers, stages = STAGES, cell, under, bad, voice }: JourneyTableProps) {
  return (
    <table className={voice ? `jg by-${voice}` : 'jg'}>
      <caption className="vh">{caption}. Within each stage, left is early and right is established.</caption>
      <thead>
        <tr>
          <th scope="col">Enabler</th>
          {stages.map((stage) => (
            <th scope="colgroup" colSpan={2} key={stage}>
              {stage}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {enablers.map((enabler) => (
          <tr key={enabler.key} className={bad?.(enabler) ? 'bad' : undefined}>
            <th scope="row">
              {enabler.name}
              {under?.(enabler)}
            </th>
            {stages.flatMap((stage, index) =>
              HALVES.map((half) => (
                <td key={`${stage} ${half}`} className={half === 'early' ? 'st1' : undefined}>
                  {cell(enabler, { stage: index + 1, half })}
                </td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
