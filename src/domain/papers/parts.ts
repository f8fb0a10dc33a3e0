// Who has a part in a paper of a process: one party writes it and hands it over, others may write a section of their own, some sign it,
// some are to read it (the process says which: processes/template.ts).
import type { DocumentFacts, PaperTerms } from '../documents/facts';
import { subjectOf } from '../documents/subject';
import { REGION_OFFICES } from '../model';
import type { Party } from '../parties';
import type { Subject } from '../permissions';

/** Of one who writes a section of their own the section; of the one who writes the paper all others. */
export function writersOfSection({ by, sectionsBy }: Pick<PaperTerms, 'by' | 'sectionsBy'>, sectionKey: string): Party[] {
  return [(Object.hasOwn(sectionsBy, sectionKey) && sectionsBy[sectionKey]) || by];
}

/** For who writes a section: where the paper stands, and who its writers are. */
export function sectionSubject(doc: DocumentFacts, sectionKey: string): Subject {
  return { ...subjectOf(doc), writers: doc.paper ? writersOfSection(doc.paper, sectionKey) : [] };
}

/** For who hands it over and opens it again: the party that writes the whole. */
export function writerSubject(doc: DocumentFacts): Subject {
  return { ...subjectOf(doc), parties: doc.paper ? [doc.paper.by] : [] };
}

export function signerSubject(doc: DocumentFacts): Subject {
  return { ...subjectOf(doc), peers: doc.peers, parties: doc.paper?.signatories ?? [] };
}

/** Of every kind of document: who is to read it. */
export function readerSubject(doc: DocumentFacts): Subject {
  return { ...subjectOf(doc), peers: doc.peers, parties: doc.paper?.readers ?? doc.readers ?? [] };
}

/** The regional team issues what it writes itself; nobody need hand it to them first. */
export function isIssuedByItsWriter({ paper }: Pick<DocumentFacts, 'paper'>): boolean {
  return Boolean(paper) && paper!.asks.includes('issued') && !paper!.asks.includes('handed-over') && paper!.signatories.length === 0 && REGION_OFFICES.some((office) => office === paper!.by);
}
