import type { IconName } from './icons';

/** Decorative beside words; with `label` it speaks for itself. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg className="ic" {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      <use href={`#i-${name}`} />
    </svg>
  );
}
