import { spawn } from 'node:child_process';
import { z } from 'zod';
import { fileReading, type FileReading } from '@/domain/file-reading';
import type { FileFault } from '@/domain/office-files';
import { FileRefused } from './file-refused';
import type { Looking } from './look-into';

const LONGEST_MS = 25_000;
const MOST_MEMORY_MB = 640;
const AT_ONCE = 2;

/**
 * What stands in a file, and who it names. It is read in a process of its own with a limit of time and memory, two at once at most, so
 * that no file can hold up the server. Throws FileRefused; a file that takes too long is 'not-in-time'.
 */
export async function readFile({ bytes, documentId, on }: Looking): Promise<FileReading> {
  const answer = await inItsOwnProcess(['read', documentId, on], bytes);
  return answer && 'reading' in answer ? answer.reading : { outcome: 'not-in-time', found: [], more: 0, pagesWithoutWords: [], cut: false, authorship: [] };
}

/** A copy without those who made it; null when that took too long. Throws FileRefused. */
export async function cleanFile(bytes: Uint8Array): Promise<Uint8Array | null> {
  const answer = await inItsOwnProcess(['clean'], bytes);
  return answer && 'bytes' in answer ? new Uint8Array(Buffer.from(answer.bytes, 'base64')) : null;
}

const answers = z.union([z.object({ reading: fileReading }), z.object({ bytes: z.string() }), z.object({ fault: z.string() }), z.object({ broke: z.string() })]);

async function inItsOwnProcess(task: readonly string[], bytes: Uint8Array): Promise<Exclude<z.infer<typeof answers>, { fault: string }> | null> {
  const answer = await inTurn(() => ask(task, bytes));
  if (answer && 'fault' in answer) throw new FileRefused(answer.fault as FileFault);
  return answer;
}

function ask(task: readonly string[], bytes: Uint8Array): Promise<z.infer<typeof answers> | null> {
  return new Promise((resolve) => {
    // The reader is TypeScript as it stands; it knows no address of the database and no secret.
    const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEMORY_MB}`, '--import', 'tsx', 'src/server/office-files/reader.ts', ...task], {
      env: { PATH: process.env.PATH ?? '', TMPDIR: process.env.TMPDIR ?? '/tmp', NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', () => resolve(null));
    child.on('close', () => resolve(parsed(Buffer.concat(parts).toString('utf8'))));
    // A reader that ends early does not take the rest of the file.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}

function parsed(text: string): z.infer<typeof answers> | null {
  try {
    return answers.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
