interface CopyLinksProps {
  /** The address of the text: `/documents/ID` or one of its versions. */
  base: string;
  /** Of which text, read aloud: "Wigan’s self-view". */
  of: string;
}

/** Taking a text out: as Word, as PDF, on paper. */
export function CopyLinks({ base, of }: CopyLinksProps) {
  const to = (format: string, words: string) => (
    <a href={`${base}/${format}`}>
      {words}
      <span className="vh">: {of}</span>
    </a>
  );
  return (
    <p className="s noprint">
      Take a copy: {to('word', 'Word')}, {to('pdf', 'PDF')} or {to('print', 'for print')}
    </p>
  );
}
