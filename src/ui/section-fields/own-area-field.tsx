import { valueOf, type OwnArea } from '@/domain/self-views/content';
import { areaTitle, areaValue } from '@/domain/self-views/own-area';
import { Radios } from '../radios';
import type { SectionFieldProps } from './section-field';

/** An area for development of the authority's own self-view, each in its whole words; nothing where there is none to choose: then the words beside it stand alone. */
export function OwnAreaField({ field, content, under = '', returned, areas }: SectionFieldProps) {
  const kept = valueOf({ ...field, kind: 'own-area' }, content);
  const choices = areas?.choices ?? [];
  const others = kept.filter((area) => !choices.some((choice) => areaValue(choice) === areaValue(area)));
  const options = [...others.map((area) => optionOf(area, 'as it was chosen, in ')), ...choices.map((area) => optionOf(area))];
  if (options.length === 0) return null;
  const hint = (
    <>
      {field.hint} {areas?.at && <a href={areas.at}>See the areas over the years</a>}
    </>
  );
  return <Radios name={`${under}${field.key}`} legend={field.label} hint={hint} options={[...options, { value: '', id: 'another', label: 'Another theme, in your words' }]} value={kept[0] ? areaValue(kept[0]) : ''} returned={returned} />;
}

function optionOf(area: OwnArea, how = '') {
  return { value: areaValue(area), id: how ? `${area.id}-kept` : area.id, label: `${areaTitle(area)} (${how}${area.cycle})` };
}
