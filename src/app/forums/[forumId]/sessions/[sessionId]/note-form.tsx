'use client';

import { useEffect, useRef, type FormEvent } from 'react';
import type { FormReturn } from '@/domain/form';
import type { SentItem } from '@/domain/forums/note-lines';
import type { NoteKind } from '@/domain/forums/session-notes';
import { Radios } from '@/ui/radios';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { note } from './actions';
import { draftKept, keepDraft, newId, type Draft } from './kept-on-device';
import type { Notes } from './use-notes';

interface Props {
  question: { id: string; number: number | null; blankId: string };
  as: string;
  place: { forumId: string; sessionId: string };
  storageKey: string;
  open: boolean;
  /** Nothing is noted here yet. */
  first: boolean;
  notes: Notes;
  returned: FormReturn | undefined;
}

const FILED_AS = [
  { value: 'said', label: 'Note' },
  { value: 'action', label: 'Action' },
  { value: 'good-practice', label: 'Good practice' },
  { value: 'support', label: 'Request for support' },
];

/** The open box of a question. What is typed stays on the device from the first letter; a form without script does the same work. */
export function NoteForm({ question: { id, number, blankId }, as, place, storageKey, open, first, notes, returned }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const about = number === null ? 'what belongs to no question' : `question ${number}`;
  const back = returned ? { returned } : {};

  useEffect(() => {
    const draft = draftKept(storageKey, id);
    if (draft && form.current && !fieldsOf(form.current).text) fill(form.current, draft);
  }, [storageKey, id]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    const element = event.currentTarget;
    const draft = fieldsOf(element);
    if (!draft.text.trim() || (draft.fileAs === 'action' && !draft.owner.trim())) return; // the region says what is missing
    if (!notes.add(itemFrom(draft, id === 'other' ? null : id))) return;
    event.preventDefault();
    element.reset();
    keepDraft(storageKey, id, null);
    element.querySelector('textarea')?.focus();
  };

  return (
    <details className="more mt-s3" open={open}>
      <summary>{first ? `Start on ${about}` : `Next note on ${about}`}</summary>
      <form ref={form} action={note} onSubmit={submit} onInput={(event) => keepDraft(storageKey, id, fieldsOf(event.currentTarget))} className="stack group">
        {Object.entries({ as, ...place, id: blankId, questionId: id === 'other' ? '' : id }).map(([name, value]) => (
          <input type="hidden" key={name} name={name} value={value} />
        ))}
        <TextArea name="text" id={`${id}-text`} label={`Next note on ${about}`} doc rows={3} saved={<span>Say what was said, not who said it.</span>} {...back} />
        <Radios name="fileAs" id={`${id}-fileAs`} legend="File this note as" inline options={FILED_AS} value="said" {...back} />
        <div className="hidden group-has-[input[value=action]:checked]:block">
          <div className="flex flex-wrap gap-s5 [&_label]:block">
            <TextInput name="owner" id={`${id}-owner`} label="Who does it (a post)" width="m" {...back} />
            <div className="field">
              <label htmlFor={`${id}-byOn`}>By when</label>
              <input type="date" id={`${id}-byOn`} name="byOn" />
            </div>
          </div>
        </div>
        <button className="btn sm">Add to {about}</button>
      </form>
    </details>
  );
}

function fieldsOf(form: HTMLFormElement): Draft {
  const data = new FormData(form);
  const field = (name: string) => String(data.get(name) ?? '');
  return { text: field('text'), fileAs: field('fileAs'), owner: field('owner'), byOn: field('byOn') };
}

function fill(form: HTMLFormElement, draft: Draft): void {
  for (const [name, value] of Object.entries(draft)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
}

function itemFrom({ text, fileAs, owner, byOn }: Draft, questionId: string | null): SentItem {
  const one = { id: newId(), questionId, notedAt: new Date().toISOString() };
  if (fileAs === 'support') return { ...one, type: 'support', topic: text.trim(), takenBy: 'group' };
  if (fileAs === 'action') return { ...one, type: 'action', text: text.trim(), owner: owner.trim(), byOn: byOn || null };
  return { ...one, type: 'note', kind: fileAs as NoteKind, text: text.trim(), over: 0 };
}
