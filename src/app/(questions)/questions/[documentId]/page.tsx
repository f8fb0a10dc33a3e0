import { postName } from '@/domain/model';
import { FOCUS_NAMES, FOCUSES, SOURCE_NAMES, SOURCES, type QuestionFacts } from '@/domain/questions';
import type { FormReturn } from '@/domain/form';
import { readFormReturn } from '@/server/form-return';
import { loadDesk, type ReadingPage } from '@/server/questions/load';
import { requireActor } from '@/server/session';
import { writerToken } from '@/server/writer-token';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Checkbox } from '@/ui/checkbox';
import { Columns } from '@/ui/columns';
import { CopyLinks } from '@/ui/copy-links';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Radios } from '@/ui/radios';
import { cameBack } from '@/ui/returned';
import { Section } from '@/ui/section';
import { SeenBy } from '@/ui/seen-by';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { AutosaveForm } from '../../../autosave-form';
import { orNotFound } from '../../../or-not-found';
import { SavedLine } from '../../../saved-line';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { WhoIsHere } from '../../../who-is-here';
import { agree, reopen, saveNewQuestion, saveQuestion, saveReading, takeOut } from '../../actions';
import { AgreedPlaces } from '../../agreed-places';
import { Places } from '../../places';
import { ReadBeside } from './read-beside';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string; at?: string }>;
}

export default async function Desk({ params, searchParams }: Props) {
  const { documentId } = await params;
  const { return: back, at } = await searchParams;
  const path = `/questions/${documentId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadDesk(actor, documentId, new Date())), readFormReturn(actor.personId, back)]);
  const { place, may, agreed, issued } = page;
  const drafting = Boolean(may.draft) && !agreed;
  const here = (part: string) => (at === part ? returned : undefined);
  return (
    <Shell viewer={viewerOf(actor)} current="/questions" title={`Questions for ${place.authority}`} back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="This cannot be saved yet" />}
      <Crumbs items={[{ label: 'Questions', href: '/questions' }, { label: `${place.authority}, ${place.cycle}` }]} />
      <PageHead title={`Questions for ${place.authority}`} lead={leadOf(page)} aside={<Agreement page={page} />} />
      <Columns aside={<ReadBeside page={page} />}>
        <Sheet id="draft" heading="Headline and suggested focus">{drafting ? <ReadingForm page={page} personId={actor.personId} returned={here('headline')} /> : <Headline page={page} />}</Sheet>
        <Section id="questions" heading="Questions" count={page.reading.questions.length}>
          {page.reading.questions.map((question, index) => (
            <QuestionItem key={question.id} number={index + 1} question={question} page={page} drafting={drafting} returned={here(question.id)} />
          ))}
          {drafting && <NewQuestion page={page} returned={here('new')} />}
        </Section>
        <Places page={page} drafting={drafting} returned={here('places')} />
        {may.agreePlaces && <AgreedPlaces page={page} as={may.agreePlaces} returned={here('agreed')} />}
        <CopyLinks base={`/documents/${documentId}`} of="questions as they are drafted" />
        <SeenBy
          shares={page.shares}
          names={{ authority: place.authority, group: place.group, region: place.region, roles: page.roles }}
          not={issued ? 'What was issued stays as it is.' : `${place.authority} and its challengers see the questions when all packs are issued.`}
        />
      </Columns>
    </Shell>
  );
}

function leadOf({ agreed, issued, missing, place }: ReadingPage): string {
  if (issued) return `${place.cycle} cycle. Issued.`;
  if (agreed) return `${place.cycle} cycle. Agreed; it goes out with all the others.`;
  return missing.length === 0 ? `${place.cycle} cycle. Ready for the chair to agree.` : `${place.cycle} cycle. Still to come: ${missing.join('; ')}.`;
}

function Agreement({ page }: { page: ReadingPage }) {
  const { may, agreed, issued, missing, reading } = page;
  if (!may.agree || issued) return null;
  if (!agreed && missing.length > 0) return null;
  return (
    <form action={agreed ? reopen : agree}>
      <Hidden name="as" value={may.agree.id} />
      <Hidden name="documentId" value={reading.id} />
      <Button kind={agreed ? 'second' : 'main'}>
        {agreed ? 'Reopen' : 'Agree'} as {postName(may.agree)}
      </Button>
    </form>
  );
}

function Headline({ page: { reading } }: { page: ReadingPage }) {
  const focus = [reading.focusEducation ? FOCUS_NAMES.education : '', reading.focusSocialCare ? FOCUS_NAMES['social-care'] : ''].filter(Boolean).join(' and ');
  return (
    <>
      <p className="doc">{reading.headline || 'No headline yet.'}</p>
      <p className="s">
        <b>Suggested focus:</b> {focus || 'none yet'}
      </p>
      {reading.summary && <p className="doc">{reading.summary}</p>}
    </>
  );
}

function ReadingForm({ page: { reading, may, place }, personId, returned }: { page: ReadingPage; personId: string; returned: FormReturn | undefined }) {
  const back = returned ? { returned } : {};
  return (
    <AutosaveForm key={reading.version} action={saveReading} to={`/questions/${reading.id}/draft`} savedAt={null} personId={personId} title={`Headline and focus for ${place.authority}`} unsaved={cameBack(returned)} tellsFrom className="stack">
      <WhoIsHere />
      <Hidden name="as" value={may.draft!.id} />
      <Hidden name="documentId" value={reading.id} />
      <Hidden name="writer" value={writerToken(personId)} />
      <Hidden name="base:reading" value={String(reading.version)} />
      {returned?.refusal && reading.headline && (
        <div className="theirs">
          <p className="s">
            <b>As it stands now:</b> {reading.headline}
          </p>
        </div>
      )}
      <TextInput name="headline" label="Headline" hint="One sentence: what this authority’s challenge is about" value={reading.headline} {...back} />
      <TextArea name="summary" label="What the group saw" hint="Where self-view and figures agree, and where not. The authority reads this." doc rows={4} value={reading.summary} {...back} />
      <fieldset className="stack-s">
        <legend>Suggested focus</legend>
        <Checkbox name="focusEducation" label={FOCUS_NAMES.education} checked={reading.focusEducation} {...back} />
        <Checkbox name="focusSocialCare" label={FOCUS_NAMES['social-care']} checked={reading.focusSocialCare} {...back} />
      </fieldset>
      <Buttons>
        <Button>Save headline and focus</Button>
        <SavedLine at={null} spoken />
      </Buttons>
    </AutosaveForm>
  );
}

interface ItemProps {
  number: number;
  question: QuestionFacts;
  page: ReadingPage;
  drafting: boolean;
  returned: FormReturn | undefined;
}

function QuestionItem({ number, question, page, drafting, returned }: ItemProps) {
  const { may, reading } = page;
  return (
    <div className="q" id={`q-${number}`}>
      <span className="qn">{number}</span>
      <div>
        <p className="qt">{question.text}</p>
        <p className="from">
          <span>{SOURCE_NAMES[question.source]}</span>
          <span>{FOCUS_NAMES[question.focus]}</span>
        </p>
        {drafting && (
          <details className="more" open={Boolean(returned)}>
            <summary>Change or take out question {number}</summary>
            <form action={saveQuestion} className="stack">
              <Hidden name="as" value={may.draft!.id} />
              <Hidden name="documentId" value={reading.id} />
              <Hidden name="questionId" value={question.id} />
              <Hidden name="typedOver" value={String(question.version)} />
              <QuestionFields page={page} question={question} prefix={`q${number}-`} returned={returned} />
              <Buttons>
                <Button size="small">Save question {number}</Button>
                <Button size="small" kind="second" formAction={takeOut}>
                  Take out question {number}
                </Button>
              </Buttons>
            </form>
          </details>
        )}
      </div>
    </div>
  );
}

function NewQuestion({ page, returned }: { page: ReadingPage; returned: FormReturn | undefined }) {
  return (
    <form action={saveNewQuestion} className="slip stack" id="new">
      <Hidden name="as" value={page.may.draft!.id} />
      <Hidden name="documentId" value={page.reading.id} />
      <h3>Add a question</h3>
      <QuestionFields page={page} prefix="" returned={returned} />
      <Buttons>
        <Button>Add the question</Button>
      </Buttons>
    </form>
  );
}

function QuestionFields({ page, question, prefix, returned }: { page: ReadingPage; question?: QuestionFacts; prefix: string; returned: FormReturn | undefined }) {
  const back = returned ? { returned } : {};
  return (
    <>
      <TextArea name="text" id={`${prefix}text`} label="Question" doc rows={2} value={question?.text ?? ''} {...back} />
      <Radios name="focus" id={`${prefix}focus`} legend="Focus" inline options={FOCUSES.map((focus) => ({ value: focus, label: FOCUS_NAMES[focus] }))} {...(question ? { value: question.focus } : {})} {...back} />
      <Select name="source" id={`${prefix}source`} label="Where it comes from" options={SOURCES.map((source) => ({ value: source, label: SOURCE_NAMES[source] }))} value={question?.source ?? 'self-view'} {...back} />
      {page.enquiries.length > 0 && (
        <Select
          name="enquiryId"
          id={`${prefix}enquiryId`}
          label="Ofsted’s line of enquiry, if it comes from one"
          blank="None"
          options={page.enquiries.map((enquiry) => ({ value: enquiry.id, label: enquiry.text.length > 90 ? `${enquiry.text.slice(0, 89)}…` : enquiry.text }))}
          value={question?.enquiryId ?? ''}
          {...back}
        />
      )}
    </>
  );
}
