import { processTemplate, type ProcessTemplateDefinition } from '@/domain/processes/template';
import type { Tx } from '../db';

const held = new Map<string, ProcessTemplateDefinition>();

/** The process of a template row. A version of a template never changes, so each is read and parsed once in this process. */
export async function processDefinition(client: Tx, templateId: string): Promise<ProcessTemplateDefinition> {
  const known = held.get(templateId);
  if (known) return known;
  const template = await client.processTemplate.findUniqueOrThrow({ where: { id: templateId } });
  const definition = processTemplate.parse(template.definition);
  held.set(templateId, definition);
  return definition;
}
