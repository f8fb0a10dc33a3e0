'use server';

import { z } from 'zod';
import { act } from '@/server/action';
import { acceptSections } from '@/server/self-views/offline-form/accept-sections';

const keys = z.union([z.string(), z.array(z.string())]).optional().transform((taken) => (taken === undefined ? [] : [taken].flat()));
const input = z.object({ documentId: z.string(), formId: z.string(), take: keys });

export async function accept(form: FormData): Promise<never> {
  const page = `/self-views/${String(form.get('documentId'))}/form/${String(form.get('formId'))}`;
  return act(form, {
    back: page,
    input,
    use: (actor, { documentId, formId, take }, at) => acceptSections(actor, { documentId, formId, sections: take }, at),
    done: ({ change }) => {
      const beside = Object.values(change.sections).some(({ besideId }) => besideId !== null);
      const count = Object.keys(change.sections).length;
      return { to: page, notice: `Accepted: ${count} ${count === 1 ? 'section stands' : 'sections stand'} in the draft now.${beside ? ' Where someone had changed the same words, both are kept: choose in the section.' : ''}` };
    },
  });
}
