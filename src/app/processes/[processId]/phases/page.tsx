import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import type { DraftPage } from '@/server/processes/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { changePhases, changeWaves, move, remove } from '../../actions';
import { DraftFrame, openDraft, type DraftProps } from '../open-draft';
import { Over } from '../over';

interface PartProps {
  page: DraftPage;
  returned?: FormReturn;
}

export default async function PhasesPage({ params, searchParams }: DraftProps) {
  const { processId } = await params;
  const path = `/processes/${processId}/phases`;
  const draft = await openDraft(path, processId, searchParams);
  const { page, returned } = draft;
  const form = returned ? { returned } : {};
  return (
    <DraftFrame draft={draft} path={path} title="Phases and waves" crumb="Phases and waves" heading="That was not changed">
      <PageHead title="Phases and waves" lead="Phases are the headings under which steps are read. Waves are for a process in which some authorities have their own day earlier than others." />
      <div className="stack-l">
        <Phases page={page} {...form} />
        <Waves page={page} {...form} />
      </div>
    </DraftFrame>
  );
}

function Phases({ page, returned }: PartProps) {
  const { phases, steps } = page.process.definition;
  const form = returned ? { returned } : {};
  return (
    <Sheet heading="Phases" id="h-phases">
      <form action={changePhases} className="stack-s">
        <Over page={page} part={{ is: 'phases' }} />
        {phases.map(({ key, name }, index) => (
          <TextInput key={key} name={`phase-${key}`} label={`Phase ${index + 1}`} hint={stepsIn(steps.filter(({ phase }) => phase === key).length)} value={name} width="m" maxLength={160} {...form} />
        ))}
        <TextInput name="new-phase" label="Another phase" width="m" maxLength={160} {...form} />
        <Button>Save the phases</Button>
      </form>
      <Order what="phase" items={phases} page={page} />
    </Sheet>
  );
}

const stepsIn = (count: number) => (count === 0 ? 'No step yet' : count === 1 ? 'One step' : `${count} steps`);

function Waves({ page, returned }: PartProps) {
  const { waves, words } = page.process.definition;
  const form = returned ? { returned } : {};
  const row = (label: ReactNode, name: string, days: string, value?: string, offsets?: string) => (
    <div className="rowof" key={name}>
      <TextInput name={name} label={label} width="s" value={value} maxLength={60} {...form} />
      <TextInput name={days} label={<>Its days from day 0<span className="vh"> ({label})</span></>} width="m" value={offsets} maxLength={120} {...form} />
    </div>
  );
  return (
    <Sheet heading="Waves" id="h-waves">
      <p>
        The day of each authority’s own {words.forum}, counted from day 0: the first {words.group} on the first day, the second on the second. One number, and all have the same day; minus is before day 0.
      </p>
      <form action={changeWaves} className="stack-s">
        <Over page={page} part={{ is: 'waves' }} />
        {waves.map(({ key, name, forumOffsets }, index) => row(`Wave ${index + 1}`, `wave-${key}`, `days-${key}`, name, forumOffsets.join(', ')))}
        {row('Another wave', 'new-wave', 'new-days')}
        <Button>Save the waves</Button>
      </form>
      <Order what="wave" items={waves} page={page} />
    </Sheet>
  );
}

/** Each in its order, with what moves it or takes it out. */
function Order({ what, items, page }: { what: 'phase' | 'wave'; items: readonly { key: string; name: string }[]; page: DraftPage }) {
  if (items.length < 2) return null;
  return (
    <details>
      <summary>Change their order, or remove one</summary>
      <ul className="bare stack-s">
        {items.map(({ key, name }, index) => (
          <li key={key} className="rowof">
            <span className="word">{name}</span>
            <form action={move} className="btns">
              <Over page={page} />
              {index > 0 && <Button name="move" value={`${what}:${key}:up`} kind="second" size="small">Up<span className="vh">: {name}</span></Button>}
              {index < items.length - 1 && <Button name="move" value={`${what}:${key}:down`} kind="second" size="small">Down<span className="vh">: {name}</span></Button>}
            </form>
            <form action={remove}>
              <Over page={page} part={{ is: what === 'phase' ? 'phases' : 'waves' }} />
              <Hidden name="what" value={what} />
              <Hidden name="key" value={key} />
              <Button kind="second" size="small">Remove<span className="vh"> {name}</span></Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}
