import type { FormReturn } from '@/domain/form';
import { PER } from '@/domain/processes/compose/words';
import type { PaperDefinition, ProcessTemplateDefinition } from '@/domain/processes/template';
import { GroupedSelect } from '@/ui/grouped-select';
import { Radios } from '@/ui/radios';
import { TextInput } from '@/ui/text-input';
import { partyOptions } from '../party-selects';

const SCOPES = ['authority', 'group', 'region', 'task-group'] as const satisfies readonly PaperDefinition['per'][];

/** What a paper is called, for what there is one, and who writes it. */
export function PaperHeadFields({ paper, template, returned }: { paper?: PaperDefinition; template: ProcessTemplateDefinition; returned?: FormReturn }) {
  const form = returned ? { returned } : {};
  const scopes = SCOPES.filter((per) => per === paper?.per || per !== 'group' || template.grouping.is !== 'one');
  return (
    <>
      <TextInput name="name" label="Name" hint="Within a sentence: “asks and offers”, “visitor’s notes”." value={paper?.name} maxLength={160} {...form} />
      <Radios name="per" legend="There is one for" value={paper?.per ?? 'authority'} options={scopes.map((per) => ({ value: per, label: PER[per].name, hint: PER[per].means }))} {...form} />
      <GroupedSelect name="by" label="It is written by" hint="Those who work with that post can write in it too. A role writes one for each of those who have it." blank="Choose a post or part" options={partyOptions(template)} value={paper?.by} {...form} />
    </>
  );
}
