import type { FormReturn } from '@/domain/form';
import { Radios } from '@/ui/radios';
import { VoiceBlock } from '@/ui/voice-block';
import type { TwoNames } from './clash-form';

interface ValueFormProps {
  heading: string;
  path: string;
  mine: unknown;
  theirs: unknown;
  names: TwoNames;
  may: boolean;
  returned: FormReturn | undefined;
}

/** A choice, or a row that one took out and the other changed: one of the two stands. */
export function ValueForm({ heading, path, mine, theirs, names, may, returned }: ValueFormProps) {
  return (
    <section className="stack" aria-label={heading}>
      <h2>{heading}</h2>
      <div className="beside">
        <VoiceBlock voice="own" who={`${names.mine}, ${names.mineAt}`}>
          <p className="doc pre">{inWords(mine)}</p>
        </VoiceBlock>
        <VoiceBlock voice="friend" who={`${names.theirs}, saved at ${names.theirsAt}`}>
          <p className="doc pre">{inWords(theirs)}</p>
        </VoiceBlock>
      </div>
      {may && (
        <Radios
          name={`whose:${path}`}
          legend="Which stands?"
          options={[
            { value: 'mine', label: names.mine === 'You' ? 'Yours' : `That of ${names.mine}` },
            { value: 'theirs', label: `That of ${names.theirs}` },
          ]}
          value="theirs"
          returned={returned}
        />
      )}
    </section>
  );
}

function inWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'Taken out';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([key, words]) => typeof words === 'string' && words !== '' && !['id', 'thread', 'fileId'].includes(key))
    .map(([, words]) => words as string)
    .join(' · ');
}
