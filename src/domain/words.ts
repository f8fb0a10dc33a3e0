/** Words as a reader counts them: the same on the page, on the device and on the server. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
