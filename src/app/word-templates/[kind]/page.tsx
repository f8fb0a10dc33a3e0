import { DOCUMENT_NAMES } from '@/domain/documents/facts';
import { postName } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { loadTemplateKind } from '@/server/word-templates/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FileInput } from '@/ui/file-input';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { withdraw } from '../actions';

interface Props {
  params: Promise<{ kind: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function WordTemplatePage({ params, searchParams }: Props) {
  const { kind: name } = await params;
  const path = `/word-templates/${name}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadTemplateKind(actor, name)), readFormReturn(actor.personId, (await searchParams).return)]);
  const { kind, placeholders, versions, may } = page;
  const title = `Word template: ${DOCUMENT_NAMES[kind]}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/word-templates" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="The template was not kept" />
      <Crumbs items={[{ label: 'Word templates', href: '/word-templates' }, { label: DOCUMENT_NAMES[kind] }]} />
      <PageHead title={title} lead="A Word file of your own, with placeholders where the words go. Headings, lists and tables take the styles of your file." />
      <Columns
        aside={
          <Sheet heading="Add a template" id="h-add">
            <p className="s">
              <a href={`${path}/starter`}>Download a template to begin from</a>, make it your own in Word, and bring it here.
            </p>
            <form action={`${path}/keep`} method="post" encType="multipart/form-data" className="stack">
              <Hidden name="as" value={may.id} />
              <FileInput name="file" label="Word template" hint="A .docx of at most 15 MB, without macros." accept=".docx" returned={returned} />
              <Button>Use it, as {postName(may)}</Button>
            </form>
          </Sheet>
        }
      >
        <Section id="h-versions" heading="Templates" count={versions.length}>
          {versions.length === 0 ? (
            <Empty fact="No template yet">Word copies go out in the look of Critical Friend.</Empty>
          ) : (
            <ul className="bare stack">
              {versions.map((version) => (
                <li key={version.version} className="stack-s">
                  <p>
                    <b>Version {version.version}</b>: {version.name}{' '}
                    <StatusTag state={version.withdrawnAt ? 'not-needed' : version.isCurrent ? 'accepted' : 'done'}>{version.withdrawnAt ? 'Withdrawn' : version.isCurrent ? 'In use' : 'Earlier'}</StatusTag>
                    <br />
                    <span className="soft s">
                      {version.by}, <Moment at={version.uploadedAt} />
                    </span>
                  </p>
                  <p className="s">
                    <a href={`${path}/versions/${version.version}/preview`}>
                      See it with a made-up document<span className="vh">, version {version.version}</span>
                    </a>{' '}
                    ·{' '}
                    <a href={`${path}/versions/${version.version}/file`}>
                      The template itself<span className="vh">, version {version.version}</span>
                    </a>
                  </p>
                  {!version.withdrawnAt && (
                    <form action={withdraw}>
                      <Hidden name="kind" value={kind} />
                      <Hidden name="version" value={String(version.version)} />
                      <Hidden name="as" value={may.id} />
                      <Button kind="second" size="small">
                        Withdraw version {version.version}
                      </Button>
                    </form>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Sheet heading="Placeholders" id="h-placeholders">
          <table className="facts">
            <caption className="vh">What each placeholder stands for</caption>
            <thead>
              <tr>
                <th scope="col">Placeholder</th>
                <th scope="col">What comes there</th>
              </tr>
            </thead>
            <tbody>
              {placeholders.map((placeholder) => (
                <tr key={placeholder.name}>
                  <th scope="row">
                    <code>{`{{${placeholder.name}}}`}</code>
                  </th>
                  <td>
                    {placeholder.means}.{placeholder.required && <b> Must be there.</b>}
                    {placeholder.whole && ' Alone in its paragraph.'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      </Columns>
    </Shell>
  );
}
