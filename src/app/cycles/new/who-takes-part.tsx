import type { FormReturn } from '@/domain/form';
import type { Grouping } from '@/domain/processes/template';
import { hasSetLead, numberedSet } from '@/domain/processes/propose-sets';
import type { OpeningPage } from '@/server/cycles/opening/load';
import { Empty } from '@/ui/empty';
import { FieldError } from '@/ui/field-error';
import { Refusal } from '@/ui/refusal';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { typed } from '@/ui/returned';
import { all, fieldOf, LEADS_SET, TAKES_PART } from './form-fields';
import { hasWaves, PlacesTable } from './places-table';
import { TakesPartList, type Candidate } from './takes-part';

interface WhoTakesPartProps {
  page: OpeningPage;
  everyone: readonly Candidate[];
  returned: FormReturn;
  /** Why no sets could be proposed. */
  noSets?: string | undefined;
}

/** Who takes part, in the region's standing groups, all in one, or in sets made for the cycle. */
export function WhoTakesPart(props: WhoTakesPartProps) {
  const { page: { facts }, returned } = props;
  const { grouping } = facts.template;
  return (
    <div id={TAKES_PART} className="stack-l">
      {returned.errors[TAKES_PART] && <FieldError id={`${TAKES_PART}-error`}>{returned.errors[TAKES_PART]}</FieldError>}
      {grouping.is === 'standing' ? <ByGroup {...props} /> : grouping.is === 'one' ? <AllInOne {...props} /> : <BySet {...props} grouping={grouping} />}
    </div>
  );
}

function ByGroup({ page: { facts: { groups, template } }, everyone, returned }: WhoTakesPartProps) {
  if (groups.length === 0) {
    return (
      <Sheet id="h-who" heading="Who takes part">
        <Empty fact="The region has no standing groups">
          This process puts authorities together as the region’s standing groups do. In a version of it that makes sets, or has everyone in one, they are put together for the cycle. <a href="/processes">Change the process</a>
        </Empty>
      </Sheet>
    );
  }
  return groups.map((group) => {
    const members = everyone.filter(({ id }) => group.authorityIds.includes(id));
    return (
      <Sheet key={group.id} id={`group-${group.id}`} heading={`${group.name} group`}>
        {members.length === 0 ? <p className="soft">This group has no authorities on that day.</p> : <Members template={template} authorities={members} everyone={everyone} returned={returned} />}
      </Sheet>
    );
  });
}

function Members({ template, authorities, everyone, returned }: Pick<WhoTakesPartProps, 'everyone' | 'returned'> & { template: OpeningPage['facts']['template']; authorities: readonly Candidate[] }) {
  if (!hasWaves(template) && template.leads === 'none') return <TakesPartList authorities={authorities} returned={returned} />;
  return <PlacesTable template={template} rows={[{ key: 'all', authorities }]} everyone={everyone} returned={returned} />;
}

function AllInOne({ page: { facts: { template } }, everyone, returned }: WhoTakesPartProps) {
  return (
    <Sheet id="h-who" heading="Who takes part">
      <Members template={template} authorities={everyone} everyone={everyone} returned={returned} />
      {hasSetLead(template) && <Select name={LEADS_SET} label="Who leads" blank="Choose an authority" options={everyone.map(({ code, name }) => ({ value: code, label: name }))} returned={returned} />}
    </Sheet>
  );
}

/** In the order of the sets as they were proposed or typed, so that those who meet stand together. */
function BySet({ page: { facts: { template } }, everyone, returned, noSets, grouping }: WhoTakesPartProps & { grouping: Extract<Grouping, { is: 'made' }> }) {
  const taking = new Set(all(returned.values, TAKES_PART));
  const setOf = ({ code }: Candidate) => (taking.has(code) ? (typed(returned, fieldOf.set(code), '') ?? '') : 'out');
  const numbers = Array.from({ length: Math.max(1, Math.floor(everyone.length / Math.min(...grouping.sizes))) }, (_, index) => String(index + 1));
  const rows = [
    ...numbers.map((key) => ({ key, heading: numberedSet(grouping.word, Number(key)), authorities: everyone.filter((authority) => setOf(authority) === key) })),
    { key: 'none', heading: `In no ${grouping.word} yet`, authorities: everyone.filter((authority) => !numbers.includes(setOf(authority)) && setOf(authority) !== 'out') },
    { key: 'out', heading: 'Takes no part', authorities: everyone.filter((authority) => setOf(authority) === 'out') },
  ].filter(({ authorities }) => authorities.length > 0);
  return (
    <Sheet id="h-who" heading={`Who takes part, and in which ${grouping.word}`}>
      {noSets ? <Refusal heading="Nothing is proposed">{noSets}</Refusal> : <p className="soft">A proposal: put whoever you like into another one. Whoever does not challenge one another is kept apart.</p>}
      <PlacesTable
        template={template}
        rows={rows}
        everyone={everyone}
        sets={{ word: grouping.word, options: numbers.map((number) => ({ value: number, label: numberedSet(grouping.word, Number(number)) })), led: hasSetLead(template) }}
        returned={returned}
      />
    </Sheet>
  );
}
