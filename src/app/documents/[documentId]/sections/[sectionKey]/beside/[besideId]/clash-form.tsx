import { bothTexts } from '@/domain/documents/join-texts';
import type { Clash } from '@/domain/documents/merge-text';
import type { FormReturn } from '@/domain/form';
import { Difference } from '@/ui/difference';
import { Radios } from '@/ui/radios';
import { TextArea } from '@/ui/text-area';
import { VoiceBlock } from '@/ui/voice-block';

export interface TwoNames {
  mine: string;
  mineAt: string;
  theirs: string;
  theirsAt: string;
}

interface ClashFormProps {
  clash: Clash;
  /** "judgement:0" */
  path: string;
  number: number;
  of: number;
  names: TwoNames;
  may: boolean;
  returned: FormReturn | undefined;
}

/** One place where two changed the same paragraphs: what each made of it, and which words stand. */
export function ClashForm({ clash, path, number, of, names, may, returned }: ClashFormProps) {
  const many = of > 1 ? `, place ${number} of ${of}` : '';
  return (
    <div className="stack-s clash">
      <div className="beside">
        <VoiceBlock voice="own" who={`${names.mine}, ${names.mineAt}`}>
          <p className="doc pre">
            <Made clash={clash} words={clash.mine} />
          </p>
        </VoiceBlock>
        <VoiceBlock voice="friend" who={`${names.theirs}, saved at ${names.theirsAt}`}>
          <p className="doc pre">
            <Made clash={clash} words={clash.theirs} />
          </p>
        </VoiceBlock>
      </div>
      {may && (
        <>
          <Radios
            name={`whose:${path}`}
            legend={`Which words stand${many}?`}
            options={[
              { value: 'mine', label: names.mine === 'You' ? 'Yours' : `Those of ${names.mine}` },
              { value: 'theirs', label: `Those of ${names.theirs}` },
              { value: 'words', label: 'Both, joined as below' },
            ]}
            value="words"
            returned={returned}
          />
          <TextArea name={`words:${path}`} label={`Joined${many}`} hint="Theirs first, then the other’s. Make them one." doc rows={6} value={bothTexts(clash.theirs, clash.mine)} {...(returned ? { returned } : {})} />
        </>
      )}
    </div>
  );
}

/** What one of them made of the words that stood there before. */
function Made({ clash, words }: { clash: Clash; words: string }) {
  if (words === '') return 'Taken out';
  return clash.base === '' ? words : <Difference before={clash.base} after={words} />;
}
