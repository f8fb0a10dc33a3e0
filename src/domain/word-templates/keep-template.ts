// A region's copies go out in its own Word template. The coordinator puts it in place; every earlier one is kept; withdrawn ones are used
// no more, and the newest of the rest is.
import { decide, refuse, type Decision } from '../decision';
import { DOCUMENT_NAMES, type DocumentKind } from '../documents/facts';
import type { Actor } from '../model';
import { templateFaults, type Placeholder } from './placeholders';

export interface TemplateFile {
  kind: DocumentKind;
  name: string;
  /** Placeholders that stand in it, and beginnings of some that have no end. */
  found: readonly string[];
  unclosed: readonly string[];
}

export function keepTemplate({ actor, regionId, file, placeholders, last }: { actor: Actor; regionId: string; file: TemplateFile; placeholders: readonly Placeholder[]; last: number }): Decision<{ kind: DocumentKind; name: string; version: number }> {
  return decide(actor, 'word-template.keep', { regionId }, () => {
    const faults = templateFaults(file.found, file.unclosed, placeholders);
    if (faults.length > 0) return refuse('placeholders', faults.join(' '));
    const version = last + 1;
    return { change: { kind: file.kind, name: file.name, version }, events: [{ type: 'word-template.kept', regionId, data: { document: DOCUMENT_NAMES[file.kind], version } }] };
  });
}

export interface TemplateFact {
  id: string;
  regionId: string;
  kind: DocumentKind;
  version: number;
  withdrawnAt: Date | null;
}

export function withdrawTemplate({ actor, template }: { actor: Actor; template: TemplateFact }): Decision<{ templateId: string }> {
  const { id, regionId, kind, version, withdrawnAt } = template;
  return decide(actor, 'word-template.keep', { regionId }, () => {
    if (withdrawnAt) return refuse('withdrawn', 'This template has been withdrawn already.');
    return { change: { templateId: id }, events: [{ type: 'word-template.withdrawn', regionId, data: { document: DOCUMENT_NAMES[kind], version } }] };
  });
}
