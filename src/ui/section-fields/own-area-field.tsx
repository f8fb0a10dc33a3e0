import { valueOf, type OwnArea } from '@/domain/self-views/content';
import { areaTitle, areaValue } from '@/domain/self-views/own-area';
import { Select } from '../select';
import type { SectionFieldProps } from './section-field';

/** An area for development of the authority's own self-view; nothing where there is none to choose: then the words beside it stand alone. */
export function OwnAreaField({ field, content, under = '', returned, areas }: SectionFieldProps) {
  const kept = valueOf({ ...field, kind: 'own-area' }, content);
  const others = kept.filter((area) => !areas?.choices.some((choice) => areaValue(choice) === areaValue(area)));
  const options = [...others.map((area) => optionOf(area, ' (as it was chosen)')), ...(areas?.choices ?? []).map((area) => optionOf(area))];
  if (options.length === 0) return null;
  const hint = (
    <>
      {field.hint} {areas?.at && <a href={areas.at}>See the areas over the years</a>}
    </>
  );
  return <Select name={`${under}${field.key}`} label={field.label} hint={hint} blank="Another theme, in your words" options={options} value={kept[0] ? areaValue(kept[0]) : ''} returned={returned} />;
}

function optionOf(area: OwnArea, more = '') {
  return { value: areaValue(area), label: `${areaTitle(area)}, ${area.cycle}${more}` };
}
