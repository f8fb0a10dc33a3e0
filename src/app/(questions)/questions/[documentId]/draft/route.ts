import { sayGoodbye, takeDraft, tellWhoIsHere, type DraftAnswer } from '@/app/draft-request';
import { isRefusal, refuse } from '@/domain/decision';
import { readingText, type ReadingText } from '@/domain/questions';
import { draftReading } from '@/server/questions/draft-reading';
import { loadReadingVersion } from '@/server/questions/load';

interface Props {
  params: Promise<{ documentId: string }>;
}

/** What the data group has typed so far of its headline and focus. It keeps no earlier saves, so the page says what it was typed over. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const { documentId } = await params;
  return takeDraft(request, {
    place: () => placeOf(documentId),
    save: async (actor, { base, typed, from }, at) => {
      const text = readingText.safeParse(ticked(typed));
      if (!text.success) return refuse('unread', text.error.issues[0]?.message ?? 'This could not be read.');
      const saved = await draftReading(actor, { documentId, typedOver: base.reading ?? 0, from: ticked(from), ...text.data }, at);
      if (isRefusal(saved)) return saved;
      const { version } = await loadReadingVersion(actor, documentId, at);
      return { versions: { reading: version }, beside: {}, values: othersWrote(saved.change, typed), more: false, errors: {} } satisfies DraftAnswer;
    },
  });
}

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { documentId } = await params;
  return tellWhoIsHere({ here: async (actor, at) => ({ place: placeOf(documentId), versions: { reading: (await loadReadingVersion(actor, documentId, at)).version } }) });
}

export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  const { documentId } = await params;
  return sayGoodbye(request, () => placeOf(documentId));
}

const placeOf = (documentId: string) => `${documentId}/reading`;

const ticked = ({ headline = '', summary = '', focusEducation, focusSocialCare }: Readonly<Record<string, string>>): ReadingText => ({ headline, summary, focusEducation: focusEducation === 'yes', focusSocialCare: focusSocialCare === 'yes' });

/** A blank at the end of what someone is typing is theirs. */
function othersWrote(stands: ReadingText, typed: Readonly<Record<string, string>>): Record<string, string> {
  const now: Record<string, string> = { headline: stands.headline, summary: stands.summary, focusEducation: stands.focusEducation ? 'yes' : '', focusSocialCare: stands.focusSocialCare ? 'yes' : '' };
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== (typed[name] ?? '').trim()));
}
