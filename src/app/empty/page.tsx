import { notFound } from 'next/navigation';

export const dynamic = 'force-dynamic';

/** What any page of this app costs at the least: the measure that `npm run bench` puts beside the real ones. */
export default function Empty() {
  if (process.env.BENCH !== '1') notFound();
  return <title>Empty</title>;
}
