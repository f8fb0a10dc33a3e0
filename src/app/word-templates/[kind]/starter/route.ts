import { loadStarter } from '@/server/word-templates/load';
import { sendTemplate } from '../../send-template';

export async function GET(_request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const { kind } = await params;
  return sendTemplate(async (actor) => ({ name: `Template to begin from, ${kind}.docx`, bytes: await loadStarter(actor, kind) }));
}
