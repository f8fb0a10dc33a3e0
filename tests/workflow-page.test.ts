import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SHIPPED_PROCESSES } from '../prisma/reference/processes/shipped-processes';
import { workflowPages } from '../scripts/docs/workflow-page';

const pages = workflowPages(SHIPPED_PROCESSES);

it.each(Object.keys(pages))('%s is the process as it stands (npm run docs)', (path) => {
  expect(readFileSync(path, 'utf8')).toBe(pages[path]);
});

it('no page is left of a process that is gone', () => {
  expect(readdirSync('docs/workflow').map((file) => `docs/workflow/${file}`).sort()).toEqual(Object.keys(pages).slice(1).sort());
});
