/** The authority's own view is a ring, the friend's a square, what is agreed a ring inside a square. */
export type Voice = 'own' | 'friend' | 'agreed';

const TONE: Record<Voice, string> = { own: 'mk-o', friend: 'mk-f', agreed: 'mk-a' };

export function Mark({ voice, label }: { voice: Voice; label?: string }) {
  return (
    <svg className={`mk ${TONE[voice]}`} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      <use href={`#i-mk-${voice}`} />
    </svg>
  );
}
