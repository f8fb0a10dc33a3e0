import type { ProcessToOpen } from '@/server/cycles/opening/load';
import { Buttons } from '@/ui/buttons';
import { FullDay } from '@/ui/day';
import { LinkButton } from '@/ui/link-button';
import { Sheet } from '@/ui/sheet';
import { Tag } from '@/ui/tag';

/** The processes of the region with what each is for; those in use stand first. */
export function ChooseProcess({ processes }: { processes: readonly ProcessToOpen[] }) {
  return (
    <div className="stack-l">
      {processes.map((process) => (
        <Sheet key={process.templateId} id={`process-${process.templateId}`} heading={process.name}>
          {process.about && <p>{process.about}</p>}
          {process.latest ? <InUse {...process} latest={process.latest} /> : <First {...process} />}
        </Sheet>
      ))}
    </div>
  );
}

function InUse({ name, templateId, latest }: ProcessToOpen & { latest: NonNullable<ProcessToOpen['latest']> }) {
  return (
    <>
      <p className="soft">
        <Tag>In use</Tag> {latest.name}: {latest.authorities} authorities, day 0 on <FullDay on={latest.anchorOn} />
        {latest.closedOn && <>, closed on <FullDay on={latest.closedOn} /></>}.
      </p>
      <Buttons>
        <LinkButton href={`/cycles/new?from=${latest.id}`}>
          Open the next after {latest.name}
        </LinkButton>
        <a href={`/cycles/new?template=${templateId}`}>
          Open one that follows from none<span className="vh">: {name}</span>
        </a>
      </Buttons>
    </>
  );
}

function First({ name, templateId }: ProcessToOpen) {
  return (
    <Buttons>
      <LinkButton href={`/cycles/new?template=${templateId}`} kind="second">
        Open a first cycle<span className="vh">: {name}</span>
      </LinkButton>
    </Buttons>
  );
}
