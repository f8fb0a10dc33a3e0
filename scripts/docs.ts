// Writes the pages of docs/ that are printed from the code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { SHIPPED_PROCESSES } from '../prisma/reference/processes/shipped-processes';
import { permissionsPage } from './docs/permissions-page';
import { workflowPages } from './docs/workflow-page';

mkdirSync('docs/workflow', { recursive: true });
for (const [path, page] of Object.entries(workflowPages(SHIPPED_PROCESSES))) writeFileSync(path, page);
writeFileSync('docs/permissions.md', permissionsPage());
