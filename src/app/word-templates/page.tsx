import { DOCUMENT_NAMES } from '@/domain/documents/facts';
import { loadTemplates } from '@/server/word-templates/load';
import { requireActor } from '@/server/session';
import { Moment } from '@/ui/day';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { SummaryList } from '@/ui/summary-list';
import { orNotFound } from '../or-not-found';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';

export default async function WordTemplatesPage() {
  const path = '/word-templates';
  const actor = await requireActor(path);
  const { region, kinds } = await orNotFound(() => loadTemplates(actor));
  return (
    <Shell viewer={viewerOf(actor)} current={path} title="Word templates" back={path}>
      <PageHead title="Word templates" lead={`Whoever takes a Word copy of a document gets it in the template of the ${region.name}; where there is none, in the look of Critical Friend.`} />
      <Sheet heading="By kind of document" id="h-kinds">
        <SummaryList
          items={kinds.map(({ kind, current, kept }) => ({
            term: capital(DOCUMENT_NAMES[kind]),
            words: current ? (
              <>
                {current.name}, version {current.version}, since <Moment at={current.uploadedAt} />
              </>
            ) : (
              <span className="soft">{kept > 0 ? 'Withdrawn: the look of Critical Friend' : 'The look of Critical Friend'}</span>
            ),
            act: (
              <a href={`${path}/${kind}`}>
                {current ? 'Open' : 'Add one'}
                <span className="vh">: {DOCUMENT_NAMES[kind]}</span>
              </a>
            ),
          }))}
        />
      </Sheet>
    </Shell>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
