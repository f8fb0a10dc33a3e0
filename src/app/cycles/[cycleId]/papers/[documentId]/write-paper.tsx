import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import type { PaperPage } from '@/server/regional-papers/load';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Markdown } from '@/ui/markdown';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { fill, save } from './actions';

/** Every section of the paper in one form. */
export function WritePaper({ page, returned }: { page: PaperPage; returned?: FormReturn }) {
  const { doc, writer, sections } = page;
  const hidden = (
    <>
      <Hidden name="as" value={writer!.id} />
      <Hidden name="cycleId" value={doc.cycleId} />
      <Hidden name="paperId" value={doc.id} />
    </>
  );
  return (
    <>
      {doc.kind === 'regional-profile' && (
        <form action={fill} className="btns">
          {hidden}
          <Button kind="second" size="small">
            Fill in headlines and places from the issued questions
          </Button>
        </form>
      )}
      <Sheet heading="Write it" id="h-write">
        <form action={save} className="stack-l">
          {hidden}
          {sections.map(({ key, title, text, saves, hint }) => (
            <div className="stack-s" key={key}>
              <Hidden name={`saves-${key}`} value={String(saves)} />
              <TextArea name={`text-${key}`} label={title} hint={hint} value={text} rows={8} doc tools="whole" {...(returned ? { returned } : {})} />
              {isOther(returned, key, text) && (
                <details open>
                  <summary>Saved meanwhile by someone else</summary>
                  <div className="doc">
                    <Markdown text={text} />
                  </div>
                </details>
              )}
            </div>
          ))}
          <div className="btns">
            <Button>Save as {postName(writer!)}</Button>
          </div>
        </form>
      </Sheet>
    </>
  );
}

/** The words typed differ from those saved: someone else saved in between. */
function isOther(returned: FormReturn | undefined, key: string, text: string): boolean {
  const typed = returned?.values[`text-${key}`];
  return Boolean(returned?.refusal) && typeof typed === 'string' && typed.replaceAll('\r\n', '\n').trim() !== text.trim();
}
