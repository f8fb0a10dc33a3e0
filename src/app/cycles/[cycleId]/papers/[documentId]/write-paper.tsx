import { besideAddress, savesAddress } from '@/domain/documents/address';
import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import type { PaperPage } from '@/server/regional-papers/load';
import { writerToken } from '@/server/writer-token';
import { Button } from '@/ui/button';
import { Hidden } from '@/ui/hidden';
import { Refusal } from '@/ui/refusal';
import { cameBack } from '@/ui/returned';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { TypedOver } from '@/ui/typed-over';
import { AutosaveForm } from '../../../../autosave-form';
import { SavedLine } from '../../../../saved-line';
import { WhoIsHere } from '../../../../who-is-here';
import { fill, save } from './actions';

/** Every section of the paper in one form. */
export function WritePaper({ page, personId, returned }: { page: PaperPage; personId: string; returned?: FormReturn }) {
  const { doc, writer, sections } = page;
  const savedAt = Math.max(...doc.sections.map((section) => section.savedAt.getTime()));
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
      {sections.flatMap(({ key, title, beside }) =>
        beside.map((id) => (
          <Refusal key={id} heading={`Two of you changed the same words of “${title}”`} next={<a href={besideAddress(doc.id, key, id)}>See both texts and choose</a>}>
            Both are kept. Nothing is lost.
          </Refusal>
        )),
      )}
      <WhoIsHere />
      <Sheet heading="Write it" id="h-write">
        <AutosaveForm key={sections.map(({ saves }) => saves).join('-')} action={save} to={`/documents/${doc.id}/draft`} savedAt={savedAt} personId={personId} title={page.title} unsaved={cameBack(returned)} className="stack-l">
          {hidden}
          <Hidden name="writer" value={writerToken(personId)} />
          {sections.map(({ key, title, text, saves, hint }) => (
            <div className="stack-s" key={key}>
              <TypedOver section={key} version={saves} returned={returned} />
              <TextArea name={`${key}/text`} label={title} hint={hint} value={text} rows={8} doc saved={<SavedLine at={savedAt} />} {...(returned ? { returned } : {})} />
              <p className="s">
                <a href={savesAddress(doc.id, key)}>
                  Earlier saves<span className="vh"> of {title}</span>
                </a>
              </p>
            </div>
          ))}
          <div className="btns">
            <Button>Save as {postName(writer!)}</Button>
            <SavedLine at={savedAt} spoken />
          </div>
        </AutosaveForm>
      </Sheet>
    </>
  );
}
