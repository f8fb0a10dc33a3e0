import { CHILD_DATA, type ChildDataKind } from '@/domain/child-data/find';
import { postName, type HeldPost } from '@/domain/model';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { sayNotAChild } from './actions';

interface AskedWordsProps {
  documentId: string;
  sectionKey: string;
  fileId: string | null;
  asked: { kind: ChildDataKind; where: string; masked: string; hash: string };
  /** null for those who only read. */
  as: HeldPost | null;
  from: 'x-ray' | 'files';
  /** Where to go to change the words. */
  href: string;
}

/** One place that looks like data about a child, and the way to say that it is not. */
export function AskedWords({ documentId, sectionKey, fileId, asked, as, from, href }: AskedWordsProps) {
  return (
    <li className="stack-s">
      <p>
        <a href={href}>{asked.where}</a>: “{asked.masked}” looks like {CHILD_DATA[asked.kind]}.
      </p>
      {as && (
        <form action={sayNotAChild}>
          <Hidden name="as" value={as.id} />
          <Hidden name="documentId" value={documentId} />
          <Hidden name="sectionKey" value={sectionKey} />
          <Hidden name="fileId" value={fileId ?? ''} />
          <Hidden name="hash" value={asked.hash} />
          <Hidden name="from" value={from} />
          <Button kind="second" size="small">
            This is not a child’s<span className="vh">: {asked.where}, as {postName(as)}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
