// A process is altered in a draft, which becomes its next version when it is published; from then on that version never changes. Nothing
// is published that cannot be run, and a process that is withdrawn goes on in the cycles that run by it.
import { decide, refuse, type Decision, type Refusal } from '../../decision';
import type { EventType } from '../../events';
import type { Actor } from '../../model';
import { faultsOf } from '../template-faults';
import type { ProcessTemplateDefinition } from '../template';
import type { ProcessFacts } from './change-process';
import { PUBLISHED } from './change-process';
import { keyFor } from './keys';
import { titleTaken, type Titled } from './titles';
import { isSame } from './what-changed';

/** A process of the region, as far as its versions go. */
export interface Family extends Titled {
  versions: readonly Pick<ProcessFacts, 'id' | 'version' | 'publishedAt' | 'withdrawnAt'>[];
}

export interface DraftStarted {
  key: string;
  version: number;
  definition: ProcessTemplateDefinition;
}

interface Start {
  actor: Actor;
  regionId: string;
  /** What it begins with. */
  definition: ProcessTemplateDefinition;
  /** Every process of the region. */
  families: readonly Family[];
  /** Key of the process that it is to be the next version of; null for a process of its own. */
  of: string | null;
}

export function startDraft({ actor, regionId, definition, families, of }: Start): Decision<DraftStarted> {
  return decide(actor, 'process.compose', { regionId }, () => {
    const family = families.find(({ key }) => key === of);
    if (of !== null && !family) return refuse('no-such-process', 'This region has no such process.');
    const fault = family ? notNextVersion(family) : notOfItsOwn(definition.title, families);
    if (fault) return fault;
    const change = family
      ? { key: family.key, version: Math.max(...family.versions.map(({ version }) => version)) + 1, definition }
      : { key: keyFor(definition.title, families.map(({ key }) => key)), version: 1, definition };
    return { change, events: [eventOf('process.drafted', { regionId, version: change.version, title: definition.title })] };
  });
}

/** Why no new version of it can be begun; null when one can. */
export function notNextVersion({ versions }: Family): Refusal | null {
  const draft = versions.find(({ publishedAt }) => publishedAt === null);
  return draft ? refuse('draft-there', `There is a draft of version ${draft.version} already. Go on with it, or discard it first.`) : null;
}

function notOfItsOwn(title: string, families: readonly Family[]): Refusal | null {
  if (title.trim() === '') return refuse('no-title', 'Title: give the process a name.');
  return titleTaken({ key: null, title }, families);
}

export interface Published {
  at: Date;
}

/** What a draft is judged by: the version before it that was published, if there is one, and every process of the region. */
export interface Around {
  previous: ProcessFacts | null;
  families: readonly Titled[];
}

export function publishProcess({ actor, process, saves, at, ...around }: { actor: Actor; process: ProcessFacts; saves: number; at: Date } & Around): Decision<Published> {
  return decide(actor, 'process.compose', { regionId: process.regionId }, () => {
    const fault = notToPublish(process, around);
    if (fault) return fault;
    if (process.saves !== saves) return refuse('changed-meanwhile', 'Somebody has changed the draft since you opened this page. Read it again before it is published: it cannot be changed afterwards.');
    return { change: { at }, events: [eventOf('process.published', { ...process, title: process.definition.title })] };
  });
}

/** Why it cannot be published as it stands; null when it can. */
export function notToPublish(process: ProcessFacts, { previous, families }: Around): Refusal | null {
  if (process.publishedAt) return refuse('published', PUBLISHED);
  const faults = faultsOf(process.definition);
  if (faults.length > 0) return refuse('faulty', faults.length === 1 ? faults[0]!.says : `${faults.length} things are to be mended first. ${faults[0]!.says}`);
  const taken = titleTaken({ key: process.key, title: process.definition.title }, families);
  if (taken) return taken;
  if (previous && !previous.withdrawnAt && isSame(previous.definition, process.definition)) return refuse('nothing-new', `Nothing in it is different from version ${previous.version}.`);
  return null;
}

/** `saves` is how often it had been saved when the page was opened: what a colleague put in since is not thrown away unread. */
export function discardDraft(actor: Actor, process: ProcessFacts, saves: number): Decision<{ id: string }> {
  return decide(actor, 'process.compose', { regionId: process.regionId }, () => {
    if (process.publishedAt) return refuse('published', PUBLISHED);
    if (process.saves !== saves) return refuse('changed-meanwhile', 'Somebody has changed the draft since you opened this page. Look at it again before it is discarded.');
    return { change: { id: process.id }, events: [eventOf('process.discarded', { ...process, title: process.definition.title })] };
  });
}

/** Every published version of the process. No cycle is opened from it any more; those that run go on. */
export function withdrawProcess(actor: Actor, process: ProcessFacts, { versions }: Family): Decision<{ ids: string[] }> {
  return decide(actor, 'process.compose', { regionId: process.regionId }, () => {
    const ids = versions.filter(({ publishedAt, withdrawnAt }) => publishedAt !== null && withdrawnAt === null).map(({ id }) => id);
    if (ids.length === 0) return refuse('already-withdrawn', 'No version of it is open for new cycles any more.');
    return { change: { ids }, events: [eventOf('process.withdrawn', { ...process, title: process.definition.title })] };
  });
}

function eventOf(type: EventType, { id, regionId, version, title }: { id?: string; regionId: string; version: number; title: string }) {
  return { type, regionId, ...(id ? { subjectId: id } : {}), data: { process: title, version } };
}
