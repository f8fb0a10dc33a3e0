import { nameAtStart, nameOf } from '@/domain/documents/facts';
import { postName } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { loadOfflineForm } from '@/server/self-views/offline-form/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FileInput } from '@/ui/file-input';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function OfflineFormPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const path = `/self-views/${documentId}/form`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadOfflineForm(actor, documentId, new Date())), readFormReturn(actor.personId, (await searchParams).return)]);
  const { doc, authority, cycle, closed, may, forms } = page;
  const title = `Write the ${nameOf(doc)} offline`;
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="Nothing was taken from the file" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: `${nameAtStart(doc)} ${cycle}`, href: `/self-views/${documentId}` }, { label: 'Offline' }]} />
      <PageHead title={title} lead="Download the form, fill it in with Word or LibreOffice, bring it back. You then see what would change and accept it section by section; nothing that colleagues wrote meanwhile is overwritten." />
      <Sheet heading="Download the form" id="h-out">
        <ul className="stack-s">
          <li>
            <a href={`${path}/word`}>The form with what is written so far</a> <span className="soft s">(Word)</span>
          </li>
          <li>
            <a href={`${path}/word?empty=yes`}>The form, empty</a> <span className="soft s">(Word)</span>
          </li>
        </ul>
        <p className="s soft">Leave the numbered headings and the numbers in the first column of tables as they are: they say where words belong. Everything else can be changed, moved, added and taken out.</p>
      </Sheet>
      <Sheet heading="Bring it back" id="h-back">
        {closed ? (
          <p>{closed.because}</p>
        ) : may ? (
          <form action={`${path}/back`} method="post" encType="multipart/form-data" className="stack">
            <Hidden name="as" value={may.id} />
            <FileInput name="file" label="The form that you filled in" hint="A Word file (.docx) of at most 15 MB, without macros and without a password." accept=".docx" returned={returned} />
            <Button>Bring it back as {postName(may)}</Button>
          </form>
        ) : (
          <p>Those who write a section of the {nameOf(doc)} bring its form back.</p>
        )}
      </Sheet>
      <Section id="h-forms" heading="Forms that came back" count={forms.length}>
        {forms.length === 0 ? (
          <Empty fact="No form has come back yet" />
        ) : (
          <ul className="stack-s">
            {forms.map(({ id, name, returnedAt, by, taken }) => (
              <li key={id}>
                <a href={`${path}/${id}`}>{name}</a>{' '}
                <span className="soft s">
                  {by}, <Moment at={returnedAt} />
                  {taken.length > 0 ? `; ${taken.length} ${taken.length === 1 ? 'section' : 'sections'} accepted` : '; nothing accepted yet'}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <WhoCanSee>{authority} alone: neither the region nor anyone else sees a form that came back.</WhoCanSee>
    </Shell>
  );
}
