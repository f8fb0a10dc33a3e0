// The guard reads a self-view field by field, so that it can say where: section, question, paragraph.
import { childDataIn, type ChildData } from '../child-data/find';
import type { SectionText } from '../documents/facts';
import { paragraphsOf } from '../documents/paragraphs';
import type { DocumentTemplateDefinition } from '../documents/template';
import type { Day } from '../model';
import { fieldInWords } from './x-ray';

export interface ChildDataInText extends ChildData {
  sectionKey: string;
  fieldKey: string;
  /** "Help and protection, “What is it like?”, paragraph 2". */
  where: string;
}

export function childDataInSections(sections: readonly SectionText[], template: Pick<DocumentTemplateDefinition, 'sections' | 'journey'>, on: Day): ChildDataInText[] {
  return sections.flatMap(({ key, title, content }) => {
    const definition = template.sections.find((section) => section.key === key);
    return (definition?.fields ?? []).flatMap((field) =>
      paragraphsOf(fieldInWords({ definition: definition!, content, title }, field, template.journey)).flatMap(({ number, text }) =>
        childDataIn(text, on).map((found) => ({ ...found, sectionKey: key, fieldKey: field.key, where: `${title}, “${field.label}”${number === null ? '' : `, paragraph ${number}`}` })),
      ),
    );
  });
}
