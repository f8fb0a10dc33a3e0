import type { ProcessToOpen } from '@/server/cycles/opening/load';
import { Buttons } from '@/ui/buttons';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { LinkButton } from '@/ui/link-button';
import { Sheet } from '@/ui/sheet';
import { Tag } from '@/ui/tag';

/** The processes of the region with what each is for; those in use stand first. */
export function ChooseProcess({ processes }: { processes: readonly ProcessToOpen[] }) {
  const others = processes.filter(({ latest }) => !latest);
  return (
    <div className="stack-l">
      {processes.map((process) => process.latest && <InUse key={process.templateId} {...process} latest={process.latest} />)}
      {others.length > 0 && (
        <Sheet id="h-others" heading={others.length === processes.length ? 'The processes of the region' : 'Not in use yet'}>
          <DataTable
            columns={[{ name: 'Process' }, { name: 'What it is for', full: true }, { name: 'Open it', hidden: true, full: true }]}
            rows={others.map(({ templateId, name, about }) => ({
              id: templateId,
              cells: [name, about, <a key="open" href={`/cycles/new?template=${templateId}`}>Open a first cycle<span className="vh">: {name}</span></a>],
            }))}
          />
        </Sheet>
      )}
    </div>
  );
}

function InUse({ name, about, templateId, latest }: ProcessToOpen & { latest: NonNullable<ProcessToOpen['latest']> }) {
  return (
    <Sheet id={`process-${templateId}`} heading={name}>
      {about && <p>{about}</p>}
      <p className="soft">
        <Tag>In use</Tag> {latest.name}: {latest.authorities} {latest.authorities === 1 ? 'authority' : 'authorities'}, day 0 on <FullDay on={latest.anchorOn} />
        {latest.closedOn && <>, closed on <FullDay on={latest.closedOn} /></>}.
      </p>
      <Buttons>
        <LinkButton href={`/cycles/new?from=${latest.id}`}>Open the next after {latest.name}</LinkButton>
        <a href={`/cycles/new?template=${templateId}`}>
          Open one that follows from none<span className="vh">: {name}</span>
        </a>
      </Buttons>
    </Sheet>
  );
}
