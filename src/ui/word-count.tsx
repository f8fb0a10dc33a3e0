/** Words as a reader counts them. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** "116 of 300 words"; says by how many it is over, and stops nobody. */
export function WordCount({ id, text, most }: { id?: string; text: string; most: number }) {
  const words = countWords(text);
  return (
    <span id={id} className={words > most ? 'over' : undefined}>
      {words > most ? `${words} words, ${words - most} over ${most}` : `${words} of ${most} words`}
    </span>
  );
}
