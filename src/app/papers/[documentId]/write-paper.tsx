import type { ReactNode } from 'react';
import { besideAddress, savesAddress } from '@/domain/documents/address';
import { sectionInWords } from '@/domain/documents/in-words';
import type { FieldDefinition } from '@/domain/documents/template';
import type { FormReturn } from '@/domain/form';
import { postName, type HeldPost } from '@/domain/model';
import { FILL_WORDS } from '@/domain/papers/fill';
import { writersOfSection } from '@/domain/papers/parts';
import { partyName } from '@/domain/parties';
import type { PaperPage, WrittenSection } from '@/server/papers/load';
import { writerToken } from '@/server/writer-token';
import { Button } from '@/ui/button';
import { DocumentText } from '@/ui/document-text';
import { Hidden } from '@/ui/hidden';
import { Refusal } from '@/ui/refusal';
import { cameBack } from '@/ui/returned';
import { AsksField, OffersField } from '@/ui/section-fields/asks-field';
import { ChecklistField } from '@/ui/section-fields/checklist-field';
import { ChoiceField } from '@/ui/section-fields/choice-field';
import { OwnAreaField } from '@/ui/section-fields/own-area-field';
import { PlainPointsField } from '@/ui/section-fields/plain-points-field';
import type { SectionFieldProps } from '@/ui/section-fields/section-field';
import { TextField } from '@/ui/section-fields/text-field';
import { Sheet } from '@/ui/sheet';
import { TypedOver } from '@/ui/typed-over';
import { AutosaveForm } from '../../autosave-form';
import { SavedLine } from '../../saved-line';
import { WhoIsHere } from '../../who-is-here';
import { fill, save } from './actions';

const FIELDS: Partial<Record<FieldDefinition['kind'], (props: SectionFieldProps) => ReactNode>> = {
  text: TextField,
  choice: ChoiceField,
  points: PlainPointsField,
  checklist: ChecklistField,
  asks: AsksField,
  offers: OffersField,
  'own-area': OwnAreaField,
};

interface WritePaperProps {
  page: PaperPage;
  writing: NonNullable<PaperPage['writing']>;
  as: HeldPost;
  personId: string;
  /** "help/asks": the list that was asked for another row. */
  add: string | null;
  areas?: SectionFieldProps['areas'];
  returned?: FormReturn;
}

/** The sections that this person writes in one form; those that others write are read beside them. */
export function WritePaper({ page, writing, as, personId, add, areas, returned }: WritePaperProps) {
  const { doc } = page;
  const { sections, savedAt, warnings } = writing;
  const mine = sections.filter(({ may }) => may);
  const hidden = (
    <>
      <Hidden name="as" value={as.id} />
      <Hidden name="paperId" value={doc.id} />
    </>
  );
  return (
    <>
      {page.fills && mine.some(({ key }) => key === sections[0]?.key) && (
        <form action={fill} className="btns">
          {hidden}
          <Button kind="second" size="small">
            {FILL_WORDS[page.fills]}
          </Button>
        </form>
      )}
      {mine.flatMap(({ key, title, beside }) =>
        beside.map((id) => (
          <Refusal key={id} heading={`Two of you changed the same words of “${title}”`} next={<a href={besideAddress(doc.id, key, id)}>See both texts and choose</a>}>
            Both are kept. Nothing is lost.
          </Refusal>
        )),
      )}
      <WhoIsHere />
      <AutosaveForm key={mine.map(({ saves }) => saves).join('-')} action={save} to={`/documents/${doc.id}/draft`} savedAt={savedAt} personId={personId} title={page.title} unsaved={cameBack(returned)} warnings={warnings.map(({ words }) => words)} className="stack-l">
        {/* The first button of a form is the one that Enter presses. */}
        <button className="vh" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        {hidden}
        <Hidden name="writer" value={writerToken(personId)} />
        {sections.map((section) =>
          section.may ? (
            <Written key={section.key} page={page} section={section} savedAt={savedAt} add={add} areas={areas} {...(returned ? { returned } : {})} />
          ) : (
            <ByOthers key={section.key} page={page} section={section} />
          ),
        )}
        <div className="btns">
          <Button kind="second">Save as {postName(as)}</Button>
          <SavedLine at={savedAt} spoken />
        </div>
      </AutosaveForm>
    </>
  );
}

function Written({ page: { doc }, section, savedAt, add, areas, returned }: Pick<WritePaperProps, 'page' | 'add' | 'areas' | 'returned'> & { section: WrittenSection; savedAt: number | null }) {
  const { key, title, guidance, fields, content, saves } = section;
  const under = `${key}/`;
  return (
    <Sheet heading={title} id={`h-${key}`}>
      {guidance && <p className="hint">{guidance}</p>}
      <TypedOver section={key} version={saves} returned={returned} />
      {fields.map((field) => {
        const Kind = FIELDS[field.kind];
        return Kind && <Kind key={field.key} field={field} content={content} under={under} returned={returned} add={add === `${under}${field.key}`} hideLabel={field.label === title} areas={areas} saved={<SavedLine at={savedAt} />} />;
      })}
      {saves > 1 && (
        <p className="s">
          <a href={savesAddress(doc.id, key)}>
            Earlier saves<span className="vh"> of {title}</span>
          </a>
        </p>
      )}
    </Sheet>
  );
}

/** A section of somebody else's: read here, as it stands. */
function ByOthers({ page: { doc }, section }: { page: PaperPage; section: WrittenSection }) {
  const { key, title, content, fields } = section;
  const text = sectionInWords({ key, title, content }, { sections: [{ key, title, guidance: '', fields }] });
  const [party] = doc.paper ? writersOfSection(doc.paper, key) : [];
  return (
    <Sheet heading={title} id={`h-${key}`}>
      <p className="soft s">{party ? `Written by the ${partyName(party, doc)}.` : 'Written by others.'} You read it here as it stands.</p>
      {text === '' ? <p className="soft">Nothing is written here yet.</p> : <DocumentText text={text} headings={3} />}
    </Sheet>
  );
}
