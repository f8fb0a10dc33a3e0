import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server on a port of its own: what has arrived, and ways to make it trouble. */
export interface PostOffice {
  url: string;
  arrived: ParsedMail[];
  /** What it says to a receiver instead of taking the message: "450 Try again later"; null takes it. */
  refuses: (to: string) => string | null;
  /** Runs after a message has been read and before it is acknowledged. */
  onArrival: () => Promise<void>;
  to: (part: string) => ParsedMail[];
  reset: () => void;
  close: () => Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const takesAll = () => null;
  const nothing = async () => {};
  const office: PostOffice = {
    url: '',
    arrived: [],
    refuses: takesAll,
    onArrival: nothing,
    to: (part) => office.arrived.filter((mail) => addressesOf(mail).includes(part)),
    reset() {
      office.arrived.length = 0;
      office.refuses = takesAll;
      office.onArrival = nothing;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const no = office.refuses(address);
      done(no ? Object.assign(new Error(no.slice(4)), { responseCode: Number(no.slice(0, 3)) }) : null);
    },
    onData(stream, _session, done) {
      simpleParser(stream)
        .then(async (mail) => {
          office.arrived.push(mail);
          await office.onArrival();
        })
        .then(() => done(), done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  office.url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return office;
}

function addressesOf({ to }: ParsedMail): string {
  return [to ?? []].flat().map(({ text }) => text).join(', ');
}
