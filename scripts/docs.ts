// Writes the pages of docs/ that are printed from the code.
import { writeFileSync } from 'node:fs';
import { NORTH_WEST_PROCESS } from '../prisma/reference/north-west-process';
import { permissionsPage } from './docs/permissions-page';
import { workflowPage } from './docs/workflow-page';

writeFileSync('docs/workflow.md', workflowPage(NORTH_WEST_PROCESS));
writeFileSync('docs/permissions.md', permissionsPage());
