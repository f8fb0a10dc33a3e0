import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import type { Actor } from '@/domain/model';
import { PUBLISHED } from '@/domain/processes/compose/change-process';
import { readFormReturn } from '@/server/form-return';
import { loadDraft, type DraftPage } from '@/server/processes/load';
import { requireActor } from '@/server/session';
import { Crumbs, type Crumb } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Refused } from '@/ui/refused';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';

export interface DraftProps {
  params: Promise<{ processId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export interface OpenDraft {
  actor: Actor;
  page: DraftPage;
  returned: FormReturn | undefined;
}

/** A draft with what a form brought back to this page of it. */
export async function openDraft(path: string, processId: string, searchParams: DraftProps['searchParams']): Promise<OpenDraft> {
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadDraft(actor, processId)), readFormReturn(actor.personId, (await searchParams).return)]);
  return { actor, page, returned };
}

interface FrameProps {
  draft: OpenDraft;
  path: string;
  title: string;
  /** The last crumb; those before it lead to the draft. */
  crumb: string;
  between?: readonly Crumb[];
  /** What cannot happen, over mistakes and refusals. */
  heading: string;
  children: ReactNode;
}

/** A page of a draft; of a version that is published it says that it stays as it is. */
export function DraftFrame({ draft: { actor, page, returned }, path, title, crumb, between = [], heading, children }: FrameProps) {
  const { id, version, publishedAt, definition } = page.process;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading={heading} />
      <Crumbs items={[{ label: 'Processes', href: '/processes' }, { label: `${definition.title}, version ${version}`, href: publishedAt ? `/processes/${id}` : `/processes/${id}/edit` }, ...between, { label: crumb }]} />
      {publishedAt ? <Refused heading={`Version ${version} is published`} because={PUBLISHED} next={<a href={`/processes/${id}`}>Read version {version}</a>} /> : children}
    </Shell>
  );
}
