import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

export const markup = (element: ReactElement): string => renderToStaticMarkup(element);

/** The words that a person meets, hidden ones included. */
export const words = (element: ReactElement): string =>
  markup(element)
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** The attributes of the first element that the pattern opens. */
export function attributes(html: string, opening: RegExp): Record<string, string> {
  const tag = opening.exec(html)?.[0];
  if (!tag) throw new Error(`Nothing opens with ${opening} in ${html}`);
  return Object.fromEntries([...tag.matchAll(/([a-z-]+)="([^"]*)"/gi)].map(([, name, value]) => [name, value]));
}
