import type { FormReturn } from '@/domain/form';
import { hasErrors } from './returned';

/** What the window and a screen reader say first. A page with mistakes to mend says so before its name. */
export function pageTitle(title: string, returned?: FormReturn): string {
  return `${hasErrors(returned) ? 'Error: ' : ''}${title} – Critical Friend`;
}
