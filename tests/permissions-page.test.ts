import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { permissionsPage } from '../scripts/docs/permissions-page';

it('docs/permissions.md is the policy as it stands (npm run docs)', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage());
});
