/** A quiet act in a paragraph's empty margin: "Comment". */
export function MarginLink({ href, children, hidden }: { href: string; children: string; hidden?: string }) {
  return (
    <div className="docline">
      <a href={href}>
        {children}
        {hidden && <span className="vh">{hidden}</span>}
      </a>
    </div>
  );
}
