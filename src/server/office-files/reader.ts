// Run as a process of its own by read-file.ts: takes a file on its input, gives what it saw on its output, and ends.
import { FileRefused } from './file-refused';
import { lookInto, withoutAuthorship } from './look-into';

const [task, documentId = '', on = ''] = process.argv.slice(2);

const bytes = new Uint8Array(await inputOf());
try {
  const answer = task === 'clean' ? { bytes: Buffer.from(await withoutAuthorship(bytes)).toString('base64') } : { reading: await lookInto({ bytes, documentId, on }) };
  await say(answer);
} catch (error) {
  await say(error instanceof FileRefused ? { fault: error.fault } : { broke: String(error) });
}
process.exit(0);

async function inputOf(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function say(answer: object): Promise<void> {
  return new Promise((resolve) => process.stdout.write(JSON.stringify(answer), () => resolve()));
}
