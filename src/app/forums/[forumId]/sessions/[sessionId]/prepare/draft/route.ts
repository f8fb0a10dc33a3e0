import { draftAnswer } from '@/app/draft-answer';
import { sayGoodbye, takeDraft, tellWhoIsHere } from '@/app/draft-request';
import { isRefusal } from '@/domain/decision';
import { bySection } from '@/domain/documents/typed-sections';
import { loadWriters, placeOf } from '@/server/forums/preparation/load';
import { savePreparation } from '@/server/forums/preparation/save-preparation';

interface Props {
  params: Promise<{ sessionId: string }>;
}

/** What one side has typed so far in preparing a session. Each authority is a place of its own. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const { sessionId } = await params;
  return takeDraft(request, {
    place: (_sent, actor) => placeOf(sessionId, actor.as?.authority?.id),
    save: async (actor, { saveId, base, beside, typed }, at) => {
      const sections = Object.entries(bySection(typed, Object.keys(base))).map(([sectionKey, words]) => ({ sectionKey, saveId, baseVersion: base[sectionKey]!, besideId: beside[sectionKey] ?? null, typed: words }));
      const saved = await savePreparation(actor, { sessionId, sections }, at);
      return draftAnswer(saved, (isRefusal(saved) ? saved.documentId : saved.change.documentId) ?? '', typed);
    },
  });
}

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { sessionId } = await params;
  return tellWhoIsHere({ here: (actor, at) => loadWriters(actor, sessionId, at) });
}

export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  const { sessionId } = await params;
  return sayGoodbye(request, (actor) => placeOf(sessionId, actor.as?.authority?.id));
}
