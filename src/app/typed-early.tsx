'use client';

import { useEffect } from 'react';

declare global {
  interface Window {
    /** What has been typed before the page's script was up, by the field. */
    typedEarly?: Map<HTMLInputElement | HTMLTextAreaElement, string>;
    noteTyped?: (event: Event) => void;
  }
}

/**
 * Puts back what someone typed while the page was still loading its script: React gives a text area the value that the server wrote when
 * it takes the page over. Stands after everything else, so that forms which save by themselves are up and hear of it.
 */
export function TypedEarly() {
  useEffect(() => {
    const { typedEarly, noteTyped } = window;
    if (!typedEarly || !noteTyped) return;
    document.removeEventListener('input', noteTyped, true);
    delete window.typedEarly;
    for (const [field, typed] of typedEarly) {
      if (!(field instanceof HTMLTextAreaElement) || !field.isConnected || field.value === typed) continue;
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, []);
  return null;
}
