import { OVERALL, placeOf, placeValue, type Place } from '@/domain/journey-grid';
import { valueOf } from '@/domain/self-views/content';
import { JourneyGridForm } from '@/ui/journey-grid-form';
import { placeWords } from '@/ui/place';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import type { FieldProps } from './field-props';

/** The grid, then for each enabler the reasons, the evidence and where it stood last year; the whole is one judgement of its own. */
export function JourneyField({ field, page, returned }: FieldProps) {
  const { placements } = valueOf({ ...field, kind: 'journey' }, page.content);
  const { enablers = [], stages } = page.template.journey ?? {};
  const last = page.lastYear;
  const places: Place[] = [1, 2, 3].flatMap((stage) => [{ stage, half: 'early' as const }, { stage, half: 'established' as const }]);
  return (
    <div className="stack" id={field.key}>
      <h2>{field.label}</h2>
      {field.hint && <p className="hint">{field.hint}</p>}
      <JourneyGridForm
        caption={`Where ${page.authority} places itself, enabler by enabler`}
        enablers={enablers}
        placements={{}}
        names={{ own: `${page.authority}’s own view` }}
        values={Object.fromEntries(enablers.map(({ key }) => [key, placeOf(placements[key])]))}
        voice="own"
        name={field.key}
        stages={stages}
        returned={returned}
      />
      {enablers.map(({ key, name, cells }) => {
        const before = last?.places[key];
        return (
          <div className="stack-s" key={key} role="group" aria-labelledby={`h-${key}`}>
            <h3 id={`h-${key}`}>{name}</h3>
            {before && (
              <p className="s soft">
                In {last!.cycle}: {placeWords(before.place, stages)}.
              </p>
            )}
            <details className="more s">
              <summary>What the three stages look like</summary>
              <dl className="stack-s">
                {cells.map((words, index) => (
                  <div key={index}>
                    <dt>
                      <b>{stages?.[index]}</b>
                    </dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </details>
            <TextArea name={`${field.key}.${key}.rationale`} label={<>Why there?<span className="vh"> {name}</span></>} rows={3} doc tools="answer" figures={page.quotable} most={field.limit} value={placements[key]?.rationale} returned={returned} />
            <TextInput name={`${field.key}.${key}.evidence`} label={<>How do you know?<span className="vh"> {name}</span></>} value={placements[key]?.evidence} width="full" returned={returned} />
          </div>
        );
      })}
      <div className="stack-s" role="group" aria-labelledby="h-overall">
        <h3 id="h-overall">The whole, as one judgement</h3>
        <p className="hint">Your considered view of where you are. It is not an average of the seven.</p>
        {last?.places[OVERALL] && (
          <p className="s soft">
            In {last.cycle}: {placeWords(last.places[OVERALL].place, stages)}.
          </p>
        )}
        <Select
          name={`${field.key}-${OVERALL}`}
          label="Where are you on the journey?"
          blank="Not placed yet"
          options={places.map((place) => ({ value: placeValue(place), label: placeWords(place, stages) }))}
          value={placeOf(placements[OVERALL]) ? placeValue(placeOf(placements[OVERALL])!) : ''}
          returned={returned}
        />
        <TextArea name={`${field.key}.${OVERALL}.rationale`} label="Your judgement" rows={5} doc tools="answer" figures={page.quotable} most={300} value={placements[OVERALL]?.rationale} returned={returned} />
      </div>
    </div>
  );
}
