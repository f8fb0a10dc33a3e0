import { draftAnswer } from '@/app/draft-answer';
import { sayGoodbye, takeDraft, tellWhoIsHere } from '@/app/draft-request';
import { bySection } from '@/domain/documents/typed-sections';
import { saveTyped } from '@/server/documents/save-typed';
import { loadWritingVersions } from '@/server/documents/writing/load';
import { NotFound } from '@/server/not-found';

interface Props {
  params: Promise<{ documentId: string }>;
}

/** What was typed into one section (`?section=`) or into several of a document. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const { documentId } = await params;
  return takeDraft(request, {
    place: ({ base }) => placeOf(documentId, Object.keys(base)),
    save: async (actor, { saveId, base, beside, typed }, at) => {
      const sections = Object.entries(bySection(typed, Object.keys(base))).map(([sectionKey, words]) => ({ documentId, sectionKey, saveId, baseVersion: base[sectionKey]!, besideId: beside[sectionKey] ?? null, typed: words }));
      return draftAnswer(await saveTyped(actor, sections, at), documentId, typed);
    },
  });
}

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { documentId } = await params;
  const section = sectionOf(request);
  return tellWhoIsHere({
    here: async (actor, at) => {
      const versions = await loadWritingVersions(actor, documentId, at);
      if (section !== null && versions[section] === undefined) throw new NotFound();
      return { place: placeOf(documentId, section === null ? [] : [section]), versions };
    },
  });
}

export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  const { documentId } = await params;
  const section = sectionOf(request);
  return sayGoodbye(request, () => placeOf(documentId, section === null ? [] : [section]));
}

const sectionOf = (request: Request) => new URL(request.url).searchParams.get('section');

/** A page of one section is a place of its own; a page of them all is one place. */
const placeOf = (documentId: string, sections: readonly string[]) => (sections.length === 1 ? `${documentId}/${sections[0]}` : documentId);
