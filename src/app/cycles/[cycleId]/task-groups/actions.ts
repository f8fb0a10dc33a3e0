'use server';

import { z } from 'zod';
import { MOST_NAME, MOST_PURPOSE } from '@/domain/task-groups/task-groups';
import { act } from '@/server/action';
import { changeGroup } from '@/server/task-groups/change-group';
import { endGroup } from '@/server/task-groups/end-group';
import { setUpGroup } from '@/server/task-groups/set-up-group';

const text = (form: FormData, name: string) => encodeURIComponent(String(form.get(name) ?? ''));
const listPage = (form: FormData) => `/cycles/${text(form, 'cycleId')}/task-groups`;
const groupPage = (form: FormData) => `${listPage(form)}/${text(form, 'groupId')}`;

const several = z.union([z.uuid().transform((id) => [id]), z.array(z.uuid())], { error: 'Members: choose at least one authority' });
const typedGroup = {
  cycleId: z.uuid(),
  name: z.string().trim().min(1, 'Name: give the group a name, such as “Placement sufficiency”').max(MOST_NAME, `Name: at most ${MOST_NAME} characters`),
  purpose: z.string().trim().min(1, 'Purpose: say what the group is for').max(MOST_PURPOSE, `Purpose: at most ${MOST_PURPOSE} characters`),
  linkId: z.uuid('DCS link: choose the authority whose Director it is'),
  adLeadId: z.union([z.uuid(), z.literal('').transform(() => null)]).nullable().default(null),
  memberIds: several,
};

export async function setUp(form: FormData) {
  return act(form, {
    back: `${listPage(form)}#h-set-up`,
    input: z.object(typedGroup),
    use: setUpGroup,
    done: ({ change }) => ({ to: `${listPage(form)}/${change.id}`, notice: `“${change.name}” is set up. The Directors of its members and its link are told today.` }),
  });
}

export async function change(form: FormData) {
  return act(form, {
    back: `${groupPage(form)}#h-change`,
    input: z.object({ ...typedGroup, groupId: z.uuid() }),
    use: changeGroup,
    done: ({ events: [{ data }] }) => ({ to: groupPage(form), notice: `Changed: ${data?.what}. Those concerned are told today.` }),
  });
}

export async function finish(form: FormData) {
  return act(form, {
    back: groupPage(form),
    input: z.object({ cycleId: z.uuid(), groupId: z.uuid() }),
    use: endGroup,
    done: ({ events: [{ data }] }) => ({ to: listPage(form), notice: `“${data?.name}” has finished. What it wrote stays; nothing more is asked of it.` }),
  });
}
