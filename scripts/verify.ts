// Run by scripts/verify.mjs, with the noted hash if there is one.
import { db } from '@/server/db';
import { verifyLedger } from '@/server/ledger/verify';

const [head] = process.argv.slice(2);
const began = Date.now();
const { entries, unsealed, head: last, noted, wrong, more } = await verifyLedger({ head });
await db.$disconnect();

const say = (line: string) => process.stdout.write(`${line}\n`);
const many = (count: number | bigint, one: string, several = `${one}s`) => `${count.toLocaleString('en-GB')} ${Number(count) === 1 ? one : several}`;
for (const sentence of wrong) say(sentence);
if (more > 0) say(`… and ${many(more, 'more thing')} of the kind.`);
say(`Checked ${many(entries, 'sealed entry', 'sealed entries')} in ${((Date.now() - began) / 1000).toFixed(1)} s: ${wrong.length === 0 ? 'everything is as it was sealed' : `${many(wrong.length + more, 'thing')} wrong`}.`);
if (unsealed > 0) say(`${many(unsealed, 'row was', 'rows were')} written and ${unsealed === 1 ? 'is' : 'are'} not sealed yet; a running product seals within seconds.`);
if (noted !== null) say(`The hash that was noted is that of entry ${noted.toLocaleString('en-GB')}; ${many(last.number - noted, 'entry follows', 'entries follow')} it.`);
say(`Head: entry ${last.number.toLocaleString('en-GB')}, ${last.hash}`);
if (wrong.length > 0) process.exitCode = 1;
