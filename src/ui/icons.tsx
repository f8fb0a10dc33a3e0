/** The shapes of every icon, on a grid of 16. Each state has its own (see status-tag.tsx). */
const SHAPES = {
  done: <path d="m2.5 8.5 3.5 4L13.5 4" />,
  due: <path d="M3 15V2h9l-2.5 3.500L12 9H3" />,
  late: (
    <>
      <path fill="currentColor" d="M8 1.5 15 14H1z" strokeLinejoin="round" />
      <path d="M8 6v3.500M8 12v.1" stroke="#fff" strokeWidth="1.8" />
    </>
  ),
  now: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path fill="currentColor" d="M8 2a6 6 0 0 1 0 12z" />
    </>
  ),
  todo: <circle cx="8" cy="8" r="6" />,
  dot: <circle fill="currentColor" stroke="none" cx="8" cy="8" r="1.75" />,
  wait: <path d="M3.5 1.500h9M3.5 14.500h9M4.5 2v2.500L8 8l3.5-3.500V2M4.5 14v-2.500L8 8l3.5 3.500V14" />,
  signed: <path d="M1.5 14h13M3 10.500c2-6 5-8.5 5.5-6.500S5 11 7 11s2.5-3 4-3 0 2.5 2.5 2.5" />,
  talk: <path d="M2 2.500h12v8.500H7.500L4 14v-3H2z" />,
  lock: <path d="M3 7.500h10v7H3zM5 7.500V5a3 3 0 0 1 6 0v2.5" />,
  eye: (
    <>
      <path d="M1 8c3.5-6 10.5-6 14 0-3.5 6-10.5 6-14 0z" />
      <circle fill="currentColor" cx="8" cy="8" r="1.5" />
    </>
  ),
  lens: (
    <>
      <circle cx="6.5" cy="6.5" r="4.5" />
      <path d="m10 10 4.5 4.5" />
    </>
  ),
  live: (
    <>
      <circle fill="currentColor" cx="8" cy="8" r="3" />
      <circle cx="8" cy="8" r="6.5" />
    </>
  ),
  plus: <path d="M8 2.500v11M2.5 8h11" />,
  impact: <path d="M8 14.500V2.500M3 7.500l5-5 5 5" />,
  tilde: <path d="M2 9.500c2-4 4-4 6-1.500s4 2.5 6-1.5" />,
  no: <path d="M3 8h10" />,
  returned: <path d="M6.5 2.5 2.5 6.500l4 4M3 6.500h7a3.5 3.5 0 0 1 0 7H7" />,
  up: <path fill="currentColor" d="M8 3 14 12H2z" />,
  down: <path fill="currentColor" d="M8 13 14 4H2z" />,
  file: <path d="M3.5 1.500h6l3 3v10h-9zM9 2v3h3.5" />,
  mail: <path d="M1.5 3.500h13v9h-13zM2 4l6 5 6-5" />,
  calendar: <path d="M2 3.500h12v11H2zM2 7h12M5 1.500v3M11 1.500v3" />,
} as const;

export type IconName = keyof typeof SHAPES;

/** The sprite. It stands once in the layout; every Icon and Mark refers to it. */
export function Icons() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      {Object.entries(SHAPES).map(([name, shape]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
          {shape}
        </symbol>
      ))}
      <symbol id="i-mk-own" viewBox="0 0 18 18">
        <circle cx="9" cy="9" r="6.25" strokeWidth="2.5" />
      </symbol>
      <symbol id="i-mk-friend" viewBox="0 0 18 18">
        <rect x="2.75" y="2.75" width="12.5" height="12.5" strokeWidth="2.5" />
      </symbol>
      <symbol id="i-mk-agreed" viewBox="0 0 18 18">
        <rect fill="currentColor" x="1.5" y="1.5" width="15" height="15" stroke="none" />
        <circle cx="9" cy="9" r="4.5" stroke="#fff" strokeWidth="2" />
      </symbol>
    </svg>
  );
}
