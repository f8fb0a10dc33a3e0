// A process is data and a rule is code: regions are named in prisma/reference and nowhere else. A comment may cite a source.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REGIONS } from '../prisma/reference/authorities';

/** Names and slugs as they may be run together in a name of code; London alone as a word, for it is a time zone too. */
const named = REGIONS.filter(({ slug }) => slug !== 'london').map(({ slug }) => slug.split('-').join('[-_ ]?'));
const OTHERWISE = ['yorkshire', 'humber', '\\beastern\\b', '\\bnwadcs\\b', '\\bseslip\\b', '\\berslip\\b', '\\bemseg\\b', '\\bliia\\b', '\\bbpn\\b', '\\bY&H\\b'];
const REGION = new RegExp([...named, ...OTHERWISE, '(?<!Europe/)\\bLondon\\b(?!_)'].join('|'), 'i');
const TIME_ZONE = /\bLONDON(_\w+)?\b|\b\w+_IN_LONDON\b/g;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path.endsWith('prisma-client') ? [] : filesIn(path);
    return /\.(ts|tsx|mjs|js|css)$/.test(entry.name) ? [path] : [];
  });

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1');

function mentionsIn(code: string): string[] {
  return withoutComments(code)
    .replace(TIME_ZONE, '')
    .split('\n')
    .flatMap((line, index) => (REGION.test(line) ? [`${index + 1}: ${line.trim()}`] : []));
}

it('knows a region by any of its names, and tells it from the time zone and from a comment', () => {
  const code = ["const slug = 'north-west';", 'NORTH_WEST_GROUPS', "if (region === 'London') {", "'Yorkshire and The Humber'", "timeZone: 'Europe/London'", 'const LONDON = 1;', '// North West process 2017/18', '/** The South East. */', "a(); // London's"];
  expect(mentionsIn(code.join('\n')).map((line) => line.split(':')[0])).toEqual(['1', '2', '3', '4']);
});

it('no file outside prisma/reference mentions a region', () => {
  const mentions = ['src', 'scripts'].flatMap(filesIn).flatMap((path) => mentionsIn(readFileSync(path, 'utf8')).map((line) => `${path}:${line}`));
  expect(mentions).toEqual([]);
});
