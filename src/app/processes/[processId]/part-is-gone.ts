import { notFound, redirect } from 'next/navigation';

/** Of a part that the draft does not have: whoever comes back from changing it is told on the page of the draft that a colleague removed it. */
export function partIsGone(process: string, returned: string | undefined): never {
  if (returned) redirect(`${process}/edit?return=${encodeURIComponent(returned)}`);
  notFound();
}
