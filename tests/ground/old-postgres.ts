import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Speaks just enough of PostgreSQL's protocol to say that it is version 13. */
export async function startOldPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server: Server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => {});
    socket.on('data', (data) => {
      if (greeted && data[0] !== 0x51) return;
      const answer = greeted ? [row(), message('C', text('SHOW')), message('Z', Buffer.from('I'))] : [message('R', int32(0)), message('Z', Buffer.from('I'))];
      greeted = true;
      socket.write(Buffer.concat(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `postgresql://u:p@127.0.0.1:${port}/old`, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

function row(): Buffer {
  const version = Buffer.from('130014');
  const description = Buffer.concat([int16(1), text('server_version_num'), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]);
  return Buffer.concat([message('T', description), message('D', Buffer.concat([int16(1), int32(version.length), version]))]);
}

const text = (value: string) => Buffer.from(`${value}\0`);
const message = (kind: string, body: Buffer) => Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}
