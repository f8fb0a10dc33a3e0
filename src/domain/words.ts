/** Words as a reader counts them: the same on the page, on the device and on the server. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** "116 of 300 words"; says by how many it is over. */
export function wordsOf(text: string, most: number): string {
  const words = countWords(text);
  return words > most ? `${words} words, ${words - most} over ${most}` : `${words} of ${most} words`;
}
