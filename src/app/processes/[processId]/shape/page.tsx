import { LEADS_WORDS } from '@/domain/processes/compose/words';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { PageHead } from '@/ui/page-head';
import { Radios } from '@/ui/radios';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { changeShape } from '../../actions';
import { GroupingFields } from '../../grouping-fields';
import { DraftFrame, openDraft, type DraftProps } from '../open-draft';
import { Over } from '../over';

export default async function ShapePage({ params, searchParams }: DraftProps) {
  const { processId } = await params;
  const path = `/processes/${processId}/shape`;
  const draft = await openDraft(path, processId, searchParams);
  const { page, returned } = draft;
  const { title, suffix, about, anchorName, spans, grouping, leads, rounds, words } = page.process.definition;
  const form = returned ? { returned } : {};
  const leadsOf = (value: keyof typeof LEADS_WORDS) => LEADS_WORDS[value].charAt(0).toUpperCase() + LEADS_WORDS[value].slice(1);
  return (
    <DraftFrame draft={draft} path={path} title="Title, length, groups and words" crumb="Its shape" heading="It was not changed">
      <PageHead title="Title, length, groups and words" lead={`What holds for the whole of ${title}.`} />
      <form action={changeShape} className="stack-l">
        <Over page={page} part={{ is: 'shape' }} />
        <Sheet heading="What it is" id="h-what">
          <TextInput name="title" label="Title" value={title} maxLength={160} {...form} />
          <TextArea name="about" label="What it is for" hint="A sentence or two, and where it comes from." value={about} rows={3} {...form} />
          <TextInput name="suffix" label="Word in the name of its cycles" hint="“triads” gives “2026/27 triads”. Empty: the years alone." width="m" value={suffix} maxLength={40} {...form} />
        </Sheet>
        <Sheet heading="How long it runs" id="h-long">
          <TextInput name="anchorName" label="What happens on day 0" hint="The day from which all others are counted." value={anchorName} maxLength={160} {...form} />
          <div className="rowof">
            <TextInput name="span-from" label="Days before day 0" hint="A cycle begins then" width="s" inputMode="numeric" value={String(Math.max(0, -spans.from))} maxLength={4} {...form} />
            <TextInput name="span-to" label="Days after day 0" hint="and ends then" width="s" inputMode="numeric" value={String(Math.max(0, spans.to))} maxLength={4} {...form} />
          </div>
        </Sheet>
        <Sheet heading="Who is with whom" id="h-whom">
          <GroupingFields grouping={grouping} {...form} />
          <Checkbox
            name="rounds"
            label="Each cycle takes some of the authorities, until all have had theirs"
            hint="That is a round. When the next cycle is opened, whoever had theirs in this round is not ticked; when all have, the next round begins."
            checked={rounds === true}
            {...form}
          />
          <Radios
            name="leads"
            legend="Lead peer challengers"
            hint="The Director of another authority who challenges first and follows the action plan."
            value={leads}
            options={[
              { value: 'none', label: leadsOf('none') },
              { value: 'by-hand', label: leadsOf('by-hand') },
              { value: 'in-turn', label: leadsOf('in-turn') },
            ]}
            {...form}
          />
        </Sheet>
        <Sheet heading="Words of the region" id="h-words">
          <p className="hint">Where the product has a word of its own and people here say another. Small letters, one thing: “cluster”, not “Clusters”.</p>
          <div className="rowof">
            <TextInput name="words-group" label="For a group or set" width="s" value={words.group} maxLength={40} {...form} />
            <TextInput name="words-forum" label="For an authority’s own day" width="s" value={words.forum} maxLength={40} {...form} />
            <TextInput name="words-wave" label="For a wave" width="s" value={words.wave} maxLength={40} {...form} />
            <TextInput name="words-cycle" label="For a cycle" width="s" value={words.cycle} maxLength={40} {...form} />
            <TextInput name="words-selfView" label="For the self-view" width="s" value={words.selfView} maxLength={40} {...form} />
          </div>
        </Sheet>
        <Button>Save and go to the list</Button>
      </form>
    </DraftFrame>
  );
}
