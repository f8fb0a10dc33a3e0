const NOWHERE = 'http://nowhere.invalid';

/** The path when it leads to a page of this product, else `otherwise`: nobody is sent to another site by a link that looks like ours. */
export function localPath(path: unknown, otherwise = '/my-work'): string {
  if (typeof path !== 'string' || path.length > 2000 || !/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(path)) return otherwise;
  const url = URL.canParse(path, NOWHERE) ? new URL(path, NOWHERE) : null;
  if (!url || url.origin !== NOWHERE || url.pathname.startsWith('//')) return otherwise;
  if (/^\/(sign-in|sign-out|acting|api)(\/|$)/.test(url.pathname)) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
}
