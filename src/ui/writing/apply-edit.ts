import type { Edit, Selected } from './edits';

export function selectedIn(area: HTMLTextAreaElement): Selected {
  return { text: area.value, start: area.selectionStart, end: area.selectionEnd };
}

/** Makes the edit as if it had been typed: the browser's undo takes it back, and whoever listens for `input` hears of it. */
export function applyEdit(area: HTMLTextAreaElement, edit: Edit): void {
  const { from, to, insert } = edit;
  const expected = area.value.slice(0, from) + insert + area.value.slice(to);
  area.focus();
  area.setSelectionRange(from, to);
  // Marked as deprecated, and the one way that every browser offers to change a text and keep its undo.
  document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert);
  if (area.value !== expected) {
    area.value = expected;
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }
  area.setSelectionRange(edit.start, edit.end);
}
