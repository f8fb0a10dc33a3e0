import { loadTemplateFile } from '@/server/word-templates/load';
import { sendTemplate, versionIn } from '../../../../send-template';

export async function GET(_request: Request, { params }: { params: Promise<{ kind: string; number: string }> }): Promise<Response> {
  const { kind, number } = await params;
  return sendTemplate((actor) => loadTemplateFile(actor, kind, versionIn(number)));
}
