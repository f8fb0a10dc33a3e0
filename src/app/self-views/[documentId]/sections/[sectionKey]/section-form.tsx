import type { ReactNode } from 'react';
import { nameOf } from '@/domain/documents/facts';
import type { FieldDefinition } from '@/domain/documents/template';
import { draftAddress } from '@/domain/documents/address';
import { sectionInWords } from '@/domain/documents/in-words';
import { mayIdentify, warningOf } from '@/domain/privacy';
import { writerToken } from '@/server/writer-token';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { cameBack } from '@/ui/returned';
import { AsksField, OffersField } from '@/ui/section-fields/asks-field';
import { ChecklistField } from '@/ui/section-fields/checklist-field';
import { ChoiceField } from '@/ui/section-fields/choice-field';
import type { SectionFieldProps } from '@/ui/section-fields/section-field';
import { OwnAreaField } from '@/ui/section-fields/own-area-field';
import { TextField } from '@/ui/section-fields/text-field';
import { TypedOver } from '@/ui/typed-over';
import { WhoCanSee } from '@/ui/who-can-see';
import { AutosaveForm } from '../../../../autosave-form';
import { SavedLine } from '../../../../saved-line';
import { saveSection } from '../../actions';
import { EvidenceField } from './fields/evidence-field';
import { ExceptionsField } from './fields/exceptions-field';
import type { FieldProps } from './fields/field-props';
import { JourneyField } from './fields/journey-field';
import { LastYearsPoints, PointsField } from './fields/points-field';
import { ProgressField } from './fields/progress-field';
import { TrackerField } from './fields/tracker-field';
import { SectionFigures } from './section-figures';

/** A field that is the same wherever it is written. */
const plain =
  (Kind: (props: SectionFieldProps) => ReactNode) =>
  ({ field, page, returned, add }: FieldProps) => (
    <Kind field={field} content={page.content} returned={returned} add={add === field.key} figures={page.quotable} saved={<SavedLine at={page.section.version > 1 ? page.section.savedAt.getTime() : null} />} />
  );

const FIELDS: Record<FieldDefinition['kind'], (props: FieldProps) => ReactNode> = {
  text: plain(TextField),
  choice: plain(ChoiceField),
  points: PointsField,
  evidence: EvidenceField,
  progress: ProgressField,
  journey: JourneyField,
  checklist: plain(ChecklistField),
  exceptions: ExceptionsField,
  tracker: TrackerField,
  asks: plain(AsksField),
  offers: plain(OffersField),
  'own-area': plain(OwnAreaField),
};

interface SectionFormProps extends Omit<FieldProps, 'field'> {
  as: string;
  personId: string;
  /** Beside the first field: what is said about the section. */
  beside: ReactNode;
}

export function SectionForm({ as, personId, beside, ...props }: SectionFormProps) {
  const { page } = props;
  const { doc, section, definition, lines } = page;
  const next = lines[lines.findIndex(({ key }) => key === section.key) + 1];
  const savedAt = section.version > 1 ? section.savedAt.getTime() : null;
  return (
    <AutosaveForm action={saveSection} to={draftAddress(doc.id, section.key)} savedAt={savedAt} personId={personId} title={`${section.title}, ${page.authority}’s ${nameOf(doc)}`} unsaved={cameBack(props.returned)} warnings={mayIdentify(sectionInWords({ key: section.key, title: section.title, content: page.content }, page.template)).map(warningOf)} className="sheet">
      {/* The first button of a form is the one that Enter presses. */}
      <button className="vh" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <Hidden name="documentId" value={doc.id} />
      <Hidden name="sectionKey" value={section.key} />
      <TypedOver section={section.key} version={section.version} returned={props.returned} />
      <Hidden name="writer" value={writerToken(personId)} />
      <Hidden name="as" value={as} />
      {definition.fields.map((field, index) => {
        const Kind = FIELDS[field.kind];
        const margin = index === 0 ? beside : field.kind === 'points' ? <LastYearsPoints {...props} field={field} /> : null;
        return (
          <div key={field.key}>
            <div className="wrow">
              <Kind {...props} field={field} />
              {margin ? <div className="stack">{margin}</div> : <div />}
            </div>
            {field.topics && <SectionFigures page={page} />}
          </div>
        );
      })}
      <div className="wrow">
        <div className="stack">
          <div className="btns">
            {page.line.ready ? (
              <Button name="then" value="not-ready" kind="second">
                Save, and it is not ready after all
              </Button>
            ) : (
              <Button name="then" value="ready">
                This section is ready
              </Button>
            )}
            <Button kind="second">Save</Button>
            {next && (
              <Button kind="second" name="then" value={`next:${next.key}`}>
                Next: {next.title}
              </Button>
            )}
          </div>
          <SavedLine at={savedAt} />
          <WhoCanSee>people who hold a post at {page.authority}. The region sees nothing until it is submitted with its signature, and then the signed text only. Write nothing that could identify a child.</WhoCanSee>
        </div>
        <div />
      </div>
    </AutosaveForm>
  );
}
