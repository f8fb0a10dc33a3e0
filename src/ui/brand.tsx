/** The mark: a ring and a square, and what they share. */
export function Brand({ region }: { region?: string }) {
  return (
    <a className="brand" href="/">
      <svg viewBox="0 0 44 28" aria-hidden="true" fill="none">
        <circle cx="14.5" cy="14" r="12" stroke="#1a4a99" strokeWidth="3" />
        <rect x="18.5" y="2" width="24" height="24" stroke="#7a2767" strokeWidth="3" />
        <path d="M20 3.35A12 12 0 0 1 20 24.65z" fill="#15212b" />
      </svg>
      <span>
        Critical Friend
        {region && <span>{region}</span>}
      </span>
    </a>
  );
}
