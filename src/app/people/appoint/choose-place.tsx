import type { Place } from '@/server/people/places';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Crumbs } from '@/ui/crumbs';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Shell, type ShellViewer } from '../../shell';

/** The first of two questions: where is the post? */
export function ChoosePlace({ viewer, places, person }: { viewer: ShellViewer; places: readonly Place[]; person?: string }) {
  return (
    <Shell viewer={viewer} current="/people" title="Appoint someone" back="/people/appoint">
      <Crumbs items={[{ label: 'People', href: '/people' }, { label: 'Appoint someone' }]} />
      <PageHead title="Where is the post?" lead="An authority, one of the groups, or the region itself." />
      <Sheet>
        <form action="/people/appoint" method="get" className="stack">
          {typeof person === 'string' && <Hidden name="person" value={person} />}
          <Select name="place" label="Place" options={places.map(({ key, name, kind }) => ({ value: key, label: kind === 'region' ? `${name} (the region)` : name }))} />
          <Buttons>
            <Button>Go on</Button>
          </Buttons>
        </form>
      </Sheet>
    </Shell>
  );
}
