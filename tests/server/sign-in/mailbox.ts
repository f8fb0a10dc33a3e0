import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server on a port of its own, and what has arrived at it. */
export async function openMailbox(): Promise<{ url: string; arrived: ParsedMail[]; close: () => Promise<void> }> {
  const arrived: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          arrived.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, arrived, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** What a person takes from the message. */
export function linkAndCode(mail: ParsedMail): { token: string; next: string | null; code: string } {
  const text = mail.text ?? '';
  const link = new URL(/http\S+/.exec(text)![0]);
  return { token: link.searchParams.get('token')!, next: link.searchParams.get('next'), code: /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)![0] };
}
