import { countWords, wordsOf } from '@/domain/words';

/** "116 of 300 words"; says by how many it is over, and stops nobody. A page that saves by itself counts on while someone types. */
export function WordCount({ id, text, most }: { id?: string; text: string; most: number }) {
  return (
    <span id={id} className={countWords(text) > most ? 'over' : undefined} data-most={most}>
      {wordsOf(text, most)}
    </span>
  );
}
