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

  it('with very many faults names the first eight in their order, at once', () => {
    const step = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`unknown-${index}`, 1]));
    const text = file({ steps: aProcess().steps.concat(Array.from({ length: 60 }, (_, index) => ({ ...aProcess().steps[0]!, ...step, key: `k${index}` }))) });
    const found = faultsIn(text);
    expect(found).toHaveLength(8);
    expect(found.map(({ line }) => text.split('\n')[line - 1]?.trim())).toEqual(Array.from({ length: 8 }, (_, index) => `"unknown-${index}": 1,`));
  });
});
