import { describe, expect, it } from 'vitest';
import { readAmount, readFigureRows } from '@/domain/figures';

const known = { authorities: new Map([['359', 'wigan'], ['wigan', 'wigan']]), indicators: new Map([['cla', 'cla-id'], ['children looked after', 'cla-id'], ['cpp', 'cpp-id']]) };
const HEAD = ['authority', 'indicator', 'period', 'value', 'england', 'region', 'neighbours', 'previous', 'source'];

describe('a cell of a file of figures', () => {
  it.each([
    ['12', { value: 12, marker: null }],
    ['1,204.5', { value: 1204.5, marker: null }],
    ['61.2%', { value: 61.2, marker: null }],
    ['-0.17', { value: -0.17, marker: null }],
    ['', { value: null, marker: null }],
    ['c', { value: null, marker: 'c' }],
    ['Z', { value: null, marker: 'z' }],
    ['-', { value: null, marker: 'x' }],
    ['low', { value: null, marker: 'low' }],
    ['twelve', undefined],
    ['1.2.3', undefined],
    ['=1+1', undefined],
    ['99999999999999', undefined],
  ])('%j', (cell, read) => expect(readAmount(cell)).toEqual(read));
});

describe('a file of figures', () => {
  it('is read by code or name, whatever the order of its columns and with a byte-order mark', () => {
    const { figures, faults } = readFigureRows([['\uFEFFperiod', 'Indicator', 'AUTHORITY', 'value'], ['2017', 'Children looked after', '359', '61'], ['', '', '', ''], ['2017', 'cpp', 'Wigan', 'c']], known);
    expect(faults).toEqual([]);
    expect(figures.map(({ authorityId, indicatorId, value, marker }) => [authorityId, indicatorId, value, marker])).toEqual([
      ['wigan', 'cla-id', 61, null],
      ['wigan', 'cpp-id', null, 'c'],
    ]);
  });

  it('names every fault by its row and column, and takes nothing', () => {
    const { figures, faults } = readFigureRows([HEAD, ['359', 'cla', '2017', '61', '', '', '', '', ''], ['Wiggan', 'cla', '', 'many', '', '', '', '', ''], ['Wigan', 'cla', '2017', '62', '', '', '', '', '']], known);
    expect(figures).toEqual([]);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [3, 'authority'],
      [3, 'period'],
      [3, 'value'],
      [4, 'indicator'],
    ]);
  });

  it.each([
    ['no columns', [['name', 'number']], ['authority', 'indicator', 'period', 'value']],
    ['a heading alone', [HEAD], ['authority']],
    ['nothing', [], ['authority', 'indicator', 'period', 'value']],
  ])('with %s says so', (_what, rows, columns) => {
    expect(readFigureRows(rows, known).faults.map(({ column }) => column)).toEqual(columns);
  });
});
