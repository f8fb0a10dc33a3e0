// The form for a new cycle is an address: what is proposed for a process, read back, is a cycle that may be opened.
import { describe, expect, it } from 'vitest';
import { queryOf, askedIn } from '@/app/cycles/new/form-fields';
import { proposedForm, readNewCycle } from '@/app/cycles/new/read-new-cycle';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import type { OpeningPage } from '@/server/cycles/opening/load';
import { SHIPPED_PROCESSES } from '../../prisma/reference/processes/shipped-processes';

const TODAY = '2026-11-30';
const DAY_0 = { 'anchorOn-day': '4', 'anchorOn-month': '11', 'anchorOn-year': '2027' };

function aRegion(template: ProcessTemplateDefinition, count: number): OpeningPage {
  const authorities = Array.from({ length: count }, (_, index) => ({ id: `authority-${index + 1}`, name: `Authority ${index + 1}`, startedOn: null, endedOn: null }));
  const third = Math.ceil(count / 3);
  const groups = ['One', 'Two', 'Three'].map((name, index) => ({ id: name.toLowerCase(), name, ordinal: index + 1, authorityIds: authorities.slice(index * third, (index + 1) * third).map(({ id }) => id) }));
  return {
    facts: { regionId: 'region', template, cycleNames: [], groups, authorities, conflicts: [] },
    templateId: 'template',
    process: template.title,
    codes: new Map(authorities.map(({ id }, index) => [id, String(201 + index)])),
    previous: [],
    turn: 1,
    from: null,
    rounds: null,
  };
}

const typed = (page: OpeningPage, change: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({ ...proposedForm(page, {}, TODAY).values, ...DAY_0, ...change });
const read = (page: OpeningPage, values: ReturnType<typeof typed>) => readNewCycle(askedIn(new URLSearchParams(queryOf(values))), page, TODAY);
const shipped = (key: string) => SHIPPED_PROCESSES.find((process) => process.key === key)!.definition;

describe.each(SHIPPED_PROCESSES.map(({ key, definition }) => [key, definition] as const))('%s', (_, definition) => {
  it.each([6, 12, 24, 32])('is proposed for %i authorities so that it can be opened', (count) => {
    const page = aRegion(definition, count);
    const values = typed(page);
    const { cycle, errors } = read(page, values);
    expect(errors).toEqual({});
    expect(cycle!.places).toHaveLength(count);
    expect(queryOf(values).length).toBeLessThan(4_000);
  });
});

describe('what was typed wrongly is said at its field', () => {
  const triads = () => aRegion(shipped('triads-and-quartets'), 7);

  it('a set that is too small, at one of its members', () => {
    const page = triads();
    const [first] = read(page, typed(page)).cycle!.places.filter(({ groupId }) => groupId === '1');
    const code = page.codes.get(first!.authorityId)!;
    expect(read(page, typed(page, { [`set-${code}`]: '' })).errors).toMatchObject({ [`set-${code}`]: `${page.facts.authorities.find(({ id }) => id === first!.authorityId)!.name}: choose its triad or quartet.` });
  });

  it('two who are to lead one set', () => {
    const page = triads();
    const members = read(page, typed(page)).cycle!.places.filter(({ groupId }) => groupId === '1').map(({ authorityId }) => page.codes.get(authorityId)!);
    const heads = [...(typed(page).head as string[]), ...members];
    expect(Object.values(read(page, typed(page, { head: [...new Set(heads)] })).errors)).toEqual([expect.stringMatching(/^Set 1: Authority \d and Authority \d cannot both lead it\.$/)]);
  });

  it('two who would analyse one another, at the second', () => {
    const page = aRegion(shipped('concurrent-theme'), 6);
    const { errors } = read(page, typed(page, { 'as-analyst-1-201': '202', 'as-analyst-1-202': '201' }));
    expect(errors).toEqual({ 'as-analyst-1-202': 'Authority 2 and Authority 1 would each be analyst for the other.' });
  });

  it('no name, and no day', () => {
    const page = triads();
    expect(Object.keys(read(page, typed(page, { name: ' ', 'anchorOn-day': '31', 'anchorOn-month': '2' })).errors)).toEqual(['name', 'anchorOn']);
  });

  it('nobody who takes part', () => {
    const page = aRegion(shipped('concurrent-theme'), 6);
    expect(read(page, typed(page, { in: [] })).errors).toEqual({ in: 'Choose at least one authority.' });
  });
});

it('is filled in again for those who are ticked, everyone or nobody, with the name and day that were typed', () => {
  const page = aRegion(shipped('triads-and-quartets'), 9);
  const asked = { ...typed(page, { name: 'Mine', in: ['201', '202', '203', '204'] }) };
  const ticked = proposedForm(page, { ...asked, fill: 'ticked' }, TODAY).values;
  expect([ticked.name, ticked['anchorOn-day'], ticked.in]).toEqual(['Mine', '4', ['201', '202', '203', '204']]);
  expect(new Set(['201', '202', '203', '204'].map((code) => ticked[`set-${code}`]))).toEqual(new Set(['1']));
  expect(proposedForm(page, { ...asked, fill: 'everyone' }, TODAY).values.in).toHaveLength(9);
  expect(proposedForm(page, { ...asked, fill: 'nobody' }, TODAY).values.in).toEqual([]);
});
