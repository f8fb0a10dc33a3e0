'use server';

import { z } from 'zod';
import { storableText } from '@/domain/form';
import { act } from '@/server/action';
import { recordPaperSignature } from '@/server/documents/record-paper-signature';
import { scanType } from '@/server/documents/scan-type';

const MOST = 15 * 1024 * 1024;

const scanned = z
  .instanceof(File, { message: 'Scan: choose the file' })
  .refine((file) => file.size > 0, 'Scan: choose the file')
  .refine((file) => file.size <= MOST, 'Scan: at most 15 MB')
  .transform(async (file) => ({ name: storableText(file.name).slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) }))
  .transform((file, context) => {
    const mediaType = scanType(file.bytes);
    if (!mediaType) context.addIssue({ code: 'custom', message: 'Scan: it must be a PDF, PNG or JPEG file' });
    return { ...file, mediaType: mediaType ?? 'application/pdf' };
  });

/** "lead-member:<who>", "lead-challenger@<authority>:<who>", as the page offers it. */
const signatory = z
  .string('Who signed: choose one')
  .regex(/^[\w@:-]{1,200}:[0-9a-f-]{36}$/, 'Who signed: choose one')
  .transform((value) => ({ office: value.slice(0, value.lastIndexOf(':')), personId: value.slice(value.lastIndexOf(':') + 1) }))
  .refine(({ personId }) => z.uuid().safeParse(personId).success, 'Who signed: choose one');

export async function record(form: FormData) {
  const path = `/documents/${encodeURIComponent(String(form.get('documentId') ?? ''))}/paper-signature`;
  const upload = form.get('scan');
  const checked = await scanned.safeParseAsync(upload);
  const input = z.object({
    documentId: z.uuid(),
    versionId: z.uuid(),
    contentHash: z.string(),
    office: signatory,
    scan: z.unknown().refine(() => checked.success, checked.error?.issues[0]?.message ?? 'Scan: choose the file'),
  });
  return act(form, {
    back: path,
    input,
    use: (actor, { office: { office, personId }, ...command }, at) => recordPaperSignature(actor, { ...command, office, personId, scan: checked.success ? checked.data : null }, at),
    done: () => ({ to: path, notice: 'Recorded as a signature on paper, with its scan. The signatory is told.' }),
  });
}
