// What keeps a paper from being handed over: that nothing is written, or that a choice was not made. An empty text is nobody's business
// but the writer's; and a section that the paper does not have, because its process had none when it was begun, is not missing in it.
import type { SectionText } from '../documents/facts';
import type { SectionDefinition } from '../documents/template';
import { hasBegun } from '../self-views/completeness';
import { valueOf } from '../self-views/content';

/** One sentence part for each, as it stands in a list: "“How well is early help evidenced?” is not chosen, under Early help". */
export function missingInPaper(sections: readonly SectionText[], definitions: readonly SectionDefinition[]): string[] {
  const each = definitions.flatMap((definition) => sections.filter(({ key }) => key === definition.key).map(({ content }) => ({ definition, content })));
  if (!each.some(({ definition, content }) => hasBegun(definition.fields, content))) return ['nothing has been written yet'];
  return each.flatMap(({ definition, content }) =>
    definition.fields.filter((field) => field.kind === 'choice' && valueOf(field, content) === '').map(({ label }) => (label === definition.title ? `nothing is chosen under “${definition.title}”` : `“${label}” is not chosen, under ${definition.title}`)),
  );
}
