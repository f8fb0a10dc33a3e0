import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NORTH_WEST_PROCESS } from '../prisma/reference/north-west-process';
import { workflowPage } from '../scripts/docs/workflow-page';

it('docs/workflow.md is the process as it stands (npm run docs)', () => {
  expect(readFileSync('docs/workflow.md', 'utf8')).toBe(workflowPage(NORTH_WEST_PROCESS));
});
