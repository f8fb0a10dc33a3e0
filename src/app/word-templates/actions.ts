'use server';

import { z } from 'zod';
import { act } from '@/server/action';
import { withdrawTemplate } from '@/server/word-templates/withdraw-template';

const input = z.object({ kind: z.string(), version: z.coerce.number().int() });

export async function withdraw(form: FormData): Promise<never> {
  const page = `/word-templates/${encodeURIComponent(String(form.get('kind')))}`;
  return act(form, { back: page, input, use: withdrawTemplate, done: (_accepted, { version }) => ({ to: page, notice: `Version ${version} is withdrawn. It stays here to be looked at.` }) });
}
