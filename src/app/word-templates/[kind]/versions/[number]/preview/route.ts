import { loadTemplatePreview } from '@/server/word-templates/load';
import { sendTemplate, versionIn } from '../../../../send-template';

export async function GET(_request: Request, { params }: { params: Promise<{ kind: string; number: string }> }): Promise<Response> {
  const { kind, number } = await params;
  return sendTemplate(async (actor) => ({ name: `Illustration, ${kind} template ${versionIn(number)}.docx`, bytes: await loadTemplatePreview(actor, kind, versionIn(number)) }));
}
