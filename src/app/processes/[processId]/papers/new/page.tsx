import { Button } from '@/ui/button';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { addPaper } from '../../../actions';
import { DraftFrame, openDraft, type DraftProps } from '../../open-draft';
import { Over } from '../../over';
import { PaperHeadFields } from '../paper-head-fields';

export default async function NewPaper({ params, searchParams }: DraftProps) {
  const { processId } = await params;
  const path = `/processes/${processId}/papers/new`;
  const draft = await openDraft(path, processId, searchParams);
  const { page, returned } = draft;
  return (
    <DraftFrame draft={draft} path={path} title="A new paper" crumb="A new paper" heading="The paper is not added yet">
      <PageHead title="A new paper" lead="Something that is written in this process alone. What it asks comes next." />
      <Sheet as="div">
        <form action={addPaper} className="stack-l">
          <Over page={page} />
          <PaperHeadFields template={page.process.definition} {...(returned ? { returned } : {})} />
          <Button>Add the paper</Button>
        </form>
      </Sheet>
    </DraftFrame>
  );
}
