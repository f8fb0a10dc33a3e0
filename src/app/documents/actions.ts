'use server';

import { z } from 'zod';
import { besideAddress, savesAddress } from '@/domain/documents/address';
import type { Choices } from '@/domain/documents/join-texts';
import { act } from '@/server/action';
import { joinSectionTexts } from '@/server/documents/join-texts';
import { takeBackText } from '@/server/documents/take-back-text';
import { localPath } from '@/server/local-path';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const aSection = z.object({ documentId: z.string(), sectionKey: z.string(), againstVersion: z.coerce.number().int() });
const id = (form: FormData, name: string) => encodeURIComponent(text(form, name));

/** Whose words stand at each place where two changed the same. */
export async function join(form: FormData) {
  const places = [...form.keys()].filter((name) => name.startsWith('whose:')).map((name) => name.slice('whose:'.length));
  const choices: Choices = Object.fromEntries(
    places.map((place) => {
      const whose = text(form, `whose:${place}`);
      return [place, whose === 'words' ? { words: text(form, `words:${place}`).replace(/\r\n?/g, '\n').trim() } : { whose: whose === 'mine' ? ('mine' as const) : ('theirs' as const) }];
    }),
  );
  return act(form, {
    back: besideAddress(id(form, 'documentId'), text(form, 'sectionKey'), id(form, 'besideId')),
    input: aSection.extend({ besideId: z.string() }),
    use: (actor, input, at) => joinSectionTexts(actor, { ...input, choices }, at),
    done: () => ({ to: localPath(text(form, 'to')), notice: 'The two texts are one again. The other words stay among the earlier saves.' }),
  });
}

/** An earlier text stands again. */
export async function takeBack(form: FormData) {
  const saves = savesAddress(id(form, 'documentId'), text(form, 'sectionKey'));
  return act(form, {
    back: `${saves}?text=${id(form, 'keptId')}`,
    input: aSection.extend({ keptId: z.string() }),
    use: takeBackText,
    done: () => ({ to: localPath(text(form, 'to')), notice: 'The earlier text stands again, as a new save. What stood until now is kept with the others.' }),
  });
}
