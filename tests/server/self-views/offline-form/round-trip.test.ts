import fc from 'fast-check';
import { expect, test } from 'vitest';
import { A_FULL_FORM, back, laidOver, REFERENCE, TEMPLATE, written, type Contents } from './a-form';
import { readReference, REFERENCE_PROPERTY } from '@/domain/offline-form/form';

test('a form that comes back as it went out changes nothing, and all is found', async () => {
  for (const contents of [{}, A_FULL_FORM]) {
    const read = back(await written(contents), contents);
    expect(read.unplaced).toEqual([]);
    expect(read.missing).toEqual([]);
    expect(read.found).toBe(TEMPLATE.sections.flatMap(({ fields }) => fields).length);
    expect(laidOver(contents, read.typed)).toEqual(laidOver(contents, {}));
    expect(readReference(read.properties[REFERENCE_PROPERTY] ?? '')).toEqual(REFERENCE);
  }
});
