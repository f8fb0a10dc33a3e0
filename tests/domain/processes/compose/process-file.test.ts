import { describe, expect, it } from 'vitest';
import { processFile, readProcessFile } from '@/domain/processes/compose/process-file';
import { aProcess } from '../a-process';

const file = (change: object) => JSON.stringify({ kind: 'Critical Friend process', format: 1, process: { ...aProcess(), ...change } }, null, 1);
const faultsIn = (text: string) => {
  const read = readProcessFile(text);
  return 'faults' in read ? read.faults : [];
};

describe('a file from elsewhere', () => {
  it('is taken as it was written', () => {
    expect(faultsIn(processFile(aProcess(), 1).text)).toEqual([]);
  });

  it('names no field by a hundred characters and more, and the line says where', () => {
    expect(faultsIn(`{\n"kind": "x",\n"${'k'.repeat(101)}": 1\n}`)).toMatchObject([{ line: 3, says: expect.stringContaining('longer than 100 characters') as string }]);
  });

  it('says of a day that there is not that it is none, and of a key what it may be of', () => {
    expect(faultsIn(file({ ordinaryAnchor: '2017-02-30' })).map(({ says }) => says)).toEqual(['“ordinaryAnchor” is “2017-02-30”, and is to be a day that there is, written as in 2017-11-23']);
    expect(faultsIn(file({ phases: [{ key: 'All of it', name: 'All' }] })).map(({ says }) => says)).toEqual(['“key” of the phase “All” is “All of it”: only small letters, digits and hyphens are taken, a letter first']);
  });

  it('has no two parts of one key, which would be altered together', () => {
    const { phases, waves, steps } = aProcess();
    const twice = <Item>([first]: readonly Item[], change: object): Item[] => [first!, { ...first!, ...change }];
    const field = { key: 'text', kind: 'text', label: 'Text', hint: '' };
    const section = { key: 'one', title: 'One', guidance: '', fields: [field] };
    const paper = { key: 'notes', name: 'notes', per: 'region', by: 'sli-coordinator', sectionsBy: {}, sections: [section] };
    const role = { key: 'peer', name: 'peer', each: 1, offices: ['dcs'], found: 'by-hand', mutual: false, named: false };
    const said = (change: object) => {
      const text = file(change);
      return faultsIn(text).map(({ line, says }) => [text.split('\n')[line - 1]!.trim().split(':')[0], says]);
    };
    const own = ': each must have a key of its own';
    expect(said({ steps: twice(steps, { name: 'Again' }) })).toEqual([['"key"', `The step “Again” has the key of the step “write”${own}`]]);
    expect(said({ phases: twice(phases, { name: 'Again' }) })).toEqual([['"key"', `The phase “Again” has the key of the phase “All of it”${own}`]]);
    expect(said({ waves: twice(waves, { name: 'Again' }) })).toEqual([['"key"', `The wave “Again” has the key of the wave “First”${own}`]]);
    expect(said({ roles: twice([role], { name: 'other' }) })).toEqual([['"key"', `The role “other” has the key of the role “peer”${own}`]]);
    expect(said({ papers: twice([paper], { name: 'more notes' }) })).toEqual([['"key"', `The paper “more notes” has the key of the paper “notes”${own}`]]);
    expect(said({ papers: [{ ...paper, sections: twice([section], { title: 'Two' }) }] })).toEqual([['"key"', `The section “Two” of the paper “notes” has the key of the section “One” of the paper “notes”${own}`]]);
    expect(said({ papers: [{ ...paper, sections: [{ ...section, fields: twice([field], { label: 'More' }) }] }] })).toMatchObject([['"key"', expect.stringContaining('The field “More” of the section “One”') as string]]);
  });

  it('with very many faults names the first eight in their order, at once', () => {
    const step = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`unknown-${index}`, 1]));
    const text = file({ steps: aProcess().steps.concat(Array.from({ length: 60 }, (_, index) => ({ ...aProcess().steps[0]!, ...step, key: `k${index}` }))) });
    const found = faultsIn(text);
    expect(found).toHaveLength(8);
    expect(found.map(({ line }) => text.split('\n')[line - 1]?.trim())).toEqual(Array.from({ length: 8 }, (_, index) => `"unknown-${index}": 1,`));
  });
});
