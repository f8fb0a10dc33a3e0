import type { Actor } from '@/domain/model';
import { loadCopy } from '@/server/copies/load';
import { env } from '@/server/env';
import { NotFound } from '@/server/not-found';
import { writePdfCopy } from '@/server/pdf/write-copy';
import { currentActor } from '@/server/session';
import { fillTemplate } from '@/server/word/fill-template';
import { writeWordCopy } from '@/server/word/write-copy';
import { findCurrentTemplate } from '@/server/word-templates/load';
import { attachment, nothingHere, PDF, signInFirst, WORD } from '../../attachment';

type Format = 'word' | 'pdf';

/** Answers with a copy for those who may read the text itself; `number` is that of a version, absent for the text as it stands. */
export async function sendCopy(format: Format, documentId: string, number?: string): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return signInFirst(`/documents/${documentId}${number === undefined ? '' : `/versions/${number}`}/${format}`);
  try {
    return await copyFor(actor, format, documentId, number === undefined ? null : numberIn(number));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return nothingHere();
  }
}

async function copyFor(actor: Actor, format: Format, documentId: string, number: number | null): Promise<Response> {
  const { copy, fileName, regionId, isFirstFormat } = await loadCopy(actor, { documentId, number, origin: env().NEXTAUTH_URL }, new Date());
  if (format === 'pdf') return attachment(`${fileName}.pdf`, PDF, await writePdfCopy(copy));
  const template = isFirstFormat ? await findCurrentTemplate(regionId, copy.kind) : null;
  return attachment(`${fileName}.docx`, WORD, template ? await fillTemplate(template, copy) : await writeWordCopy(copy));
}

/** No version has the number nought. */
export function numberIn(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
