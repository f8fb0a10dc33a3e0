import type { FormReturn } from '@/domain/form';
import type { LoadedSelfView } from '@/server/self-views/load';
import { Button } from '@/ui/button';
import { DateFields } from '@/ui/date-fields';
import { DayAndMonth } from '@/ui/day';
import { Hidden } from '@/ui/hidden';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { give, takeBack } from './actions';

/** Who writes which section, and by when. */
export function GiveSection({ page, returned, post }: { page: LoadedSelfView; returned?: FormReturn; post: string }) {
  const given = page.sections.flatMap((section) => section.writers.map((writer) => ({ section, writer })));
  return (
    <Section id="h-give" heading="Who writes what">
      <Sheet>
        {given.length > 0 && (
          <ul className="bare stack-s">
            {given.map(({ section, writer }) => (
              <li key={`${section.key}-${writer.postId}`}>
                <form action={takeBack} className="btns">
                  <Hidden name="documentId" value={page.doc.id} />
                  <Hidden name="as" value={post} />
                  <Hidden name="sectionKey" value={section.key} />
                  <Hidden name="postId" value={writer.postId} />
                  <span>
                    {section.title}: <b>{writer.post}</b>
                    {writer.dueOn && (
                      <>
                        , by <DayAndMonth on={writer.dueOn} />
                      </>
                    )}
                  </span>
                  <Button kind="link">
                    Take back
                    <span className="vh">
                      {' '}
                      {section.title} from {writer.post}
                    </span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <form action={give} className="stack">
          <Hidden name="documentId" value={page.doc.id} />
          <Hidden name="as" value={post} />
          <Select name="sectionKey" label="Section" blank="Choose a section" options={page.sections.map(({ key, title, ordinal }) => ({ value: key, label: `${ordinal} ${title}` }))} returned={returned} />
          <Select name="postId" label="Writer" hint="A post of your authority. A contributor writes only what is given." blank="Choose a post" options={page.posts.map(({ postId, post: name, person }) => ({ value: postId, label: `${name}: ${person}` }))} returned={returned} />
          <DateFields name="dueOn" legend="Due, if there is a day" hint="For example 20 10 2017" returned={returned} />
          <Button kind="second">Give this section</Button>
        </form>
      </Sheet>
    </Section>
  );
}
