import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { nameAtStart, nameOf } from '@/domain/documents/facts';
import { OFFICE_NAMES, postName } from '@/domain/model';
import { isAccepted, isSigned, isSubmitted } from '@/domain/documents/state';
import { readFormReturn } from '@/server/form-return';
import type { SectionLine } from '@/server/self-views/lines/load';
import { loadSelfView, type LoadedSelfView } from '@/server/self-views/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { DayAndMonth, FullDay } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { JourneyGrid } from '@/ui/journey-grid';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { SeenBy } from '@/ui/seen-by';
import { Slip } from '@/ui/slip';
import type { State } from '@/ui/status-tag';
import { TaskList } from '@/ui/task-list';
import { TaskRow } from '@/ui/task-row';
import { listed } from '@/domain/self-views/completeness';
import { readersInWords } from '@/domain/processes/self-view-way';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { XRayAdvice } from '../../x-ray-advice';
import { review } from './actions';
import { GiveSection } from './give-section';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function SelfViewPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/self-views/${documentId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadSelfView(actor, documentId, new Date())), readFormReturn(actor.personId, (await searchParams).return)]);
  if (!page) redirect(`${path}/read`);
  const title = `${page.authority}’s ${nameOf(page.doc)} ${page.cycle}`;
  const ready = page.sections.filter((section) => section.ready).length;
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="This cannot be done yet" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: `${nameAtStart(page.doc)} ${page.cycle}` }]} />
      <PageHead title={title} lead={<Lead page={page} />} aside={<LinkButton href={`${path}/read`} kind="second" icon="file">Read the whole text</LinkButton>} />
      <Columns aside={<Margin page={page} path={path} xRay={<XRayAdvice actor={actor} documentId={documentId} brief />} />}>
        {!page.closed && (
          <p>
            <a href={`${path}/missing`}>What is missing, as one list</a>
          </p>
        )}
        <Section id="h-sections" heading="Sections" count={`${ready} of ${page.sections.length} ready`}>
          <TaskList>
            {page.sections.map((section) => (
              <SectionRow key={section.key} section={section} path={path} closed={page.closed !== null} />
            ))}
          </TaskList>
        </Section>
        {page.may.assign && !page.closed && <GiveSection page={page} returned={returned} post={page.may.assign.id} />}
        {page.grid && (
          <Section id="h-journey" heading="Where you are on the journey">
            <JourneyGrid
              caption={`${page.authority} on the improvement journey, by its own view`}
              enablers={page.grid.enablers}
              placements={Object.fromEntries(page.grid.enablers.map(({ key }) => [key, { own: page.grid!.places[key] ?? null }]))}
              names={{ own: `${page.authority}’s own view` }}
              stages={page.grid.stages}
            />
            <p className="s">
              <a href={`${path}/sections/${page.grid.sectionKey}`}>Place yourselves, with reasons</a>
            </p>
          </Section>
        )}
      </Columns>
    </Shell>
  );
}

function Lead({ page: { due, closed, warning } }: { page: LoadedSelfView }) {
  if (closed) return <>{closed.because}</>;
  if (warning) return <>{warning}</>;
  if (!due) return null;
  return (
    <>
      {due.act}: by <FullDay on={due.dueOn} />.
    </>
  );
}

function SectionRow({ section, path, closed }: { section: SectionLine; path: string; closed: boolean }) {
  const mine = section.writers.some((writer) => writer.mine);
  const { state, status } = stateOf(section);
  return (
    <TaskRow
      act={`${section.ordinal} ${section.title}`}
      href={`${path}/sections/${section.key}`}
      why={<Why section={section} />}
      state={state}
      status={status}
      when={
        section.dueOn && (
          <>
            By <DayAndMonth on={section.dueOn} />
          </>
        )
      }
      go={closed ? 'Read' : section.begun ? 'Go on' : 'Begin'}
      form={mine && !section.ready ? 'outlined' : 'link'}
      quiet={section.ready}
    />
  );
}

function Why({ section: { writers, missing, beside, begun, ready } }: { section: SectionLine }) {
  return (
    <>
      {writers.length > 0 && <>{listed(writers.map(({ post, mine }) => (mine ? `${post} (you)` : post)))}. </>}
      {beside > 0 && <b>Two people changed the same words: choose which stand. </b>}
      {!begun ? 'Nothing written yet.' : missing.length > 0 ? `${ready ? 'Marked ready. ' : ''}${missing.slice(0, 3).join('; ')}${missing.length > 3 ? `; ${missing.length - 3} more` : ''}.` : ready ? null : 'Nothing is missing.'}
    </>
  );
}

function stateOf({ state, openComments, ready }: SectionLine): { state: State; status?: string } {
  switch (state) {
    case 'comments':
      return { state: 'comments', status: `${openComments} ${openComments === 1 ? 'comment' : 'comments'}` };
    case 'ready':
      return { state: 'done', status: 'Ready for review' };
    case 'due':
      return { state: 'due' };
    default:
      return { state: ready ? 'done' : state };
  }
}

function Margin({ page, path, xRay }: { page: LoadedSelfView; path: string; xRay: ReactNode }) {
  const { doc, may, shares, names, inReview, closed, outForSignature } = page;
  return (
    <>
      <Slip heading="What comes next" id="h-next">
        <div className="stack-s">
          <Next page={page} />
          {may.putForReview && !inReview && !outForSignature && !closed && (
            <form action={review}>
              <Hidden name="documentId" value={doc.id} />
              <Hidden name="as" value={may.putForReview.id} />
              <Button kind="second" size="small">
                Put out for internal review as {postName(may.putForReview)}
              </Button>
            </form>
          )}
          {may.putForSignature && !outForSignature && !closed && (
            <p>
              <a href={`/documents/${doc.id}/sign`}>Read it and put it out for signature</a>
            </p>
          )}
        </div>
      </Slip>
      {!closed && xRay}
      <Slip>
        <SeenBy shares={shares} names={names} not="The region sees nothing until it is submitted, and then the signed text only." />
      </Slip>
      <Slip heading="Kept with it" id="h-kept">
        <ul className="bare stack-s">
          <li>
            <a href={`${path}/read`}>The whole text, to read, comment on and print</a>
          </li>
          <li>
            <a href={`${path}/files`}>Evidence files, and what was seen in them</a>
          </li>
          {doc.versions.length > 0 && (
            <li>
              <a href={`/documents/${doc.id}/versions/${doc.versions.at(-1)!.number}`}>Version {doc.versions.at(-1)!.number}, as it was frozen</a>
            </li>
          )}
          <li>
            <a href={`/documents/${doc.id}/compare`}>What changed, between versions and since last year</a>
          </li>
          <li>
            <a href={`/authorities/${page.slug}/threads`}>Strengths and areas over the years</a>
          </li>
          <li>
            <a href={`${path}/form`}>Write it offline, in Word</a>
          </li>
          <li>
            <a href={`/documents/${doc.id}/activity`}>What happened to it</a>
          </li>
        </ul>
      </Slip>
    </>
  );
}

function Next({ page: { doc, inReview, outForSignature, stillToSign, closed, sections } }: { page: LoadedSelfView }) {
  if (isAccepted(doc)) return <p>The regional team has accepted it. {doc.way && readersInWords(doc.way, doc) && `Now ${readersInWords(doc.way, doc)} can read it.`}</p>;
  if (isSubmitted(doc) || closed) return <p>{doc.way?.ends === 'submitted' ? 'It has been submitted to the regional team.' : 'It is with the regional team, who accept it or return it with reasons.'}</p>;
  if (isSigned(doc) && doc.way?.ends === 'signed') return <p>It is signed by everyone who must.</p>;
  if (isSigned(doc)) {
    return (
      <p>
        It is signed. Next it goes to the region{doc.way?.withMemorandum ? ' with the memorandum' : ''}: <a href={`/documents/${doc.id}/submit`}>see what is still needed</a>.
      </p>
    );
  }
  if (outForSignature) {
    return (
      <p>
        Version {outForSignature.number} waits for the signature of the {listed(stillToSign.map((office) => OFFICE_NAMES[office]))}. <a href={`/documents/${doc.id}/sign`}>Open it</a>
      </p>
    );
  }
  const open = sections.reduce((sum, { openComments }) => sum + openComments, 0);
  if (inReview) {
    return (
      <p>
        It is out for internal review. {open === 0 ? 'No comment is open.' : `${open} ${open === 1 ? 'comment is' : 'comments are'} open.`} When they are settled, the DCS puts it out for signature.
      </p>
    );
  }
  return <p>When the sections are ready, put it out for internal review{doc.signatories.length > 0 && `; then the ${listed(doc.signatories.map((office) => OFFICE_NAMES[office]))} ${doc.signatories.length === 1 ? 'signs' : 'sign'}`}.</p>;
}
