// Mail servers of our own to sign in to: a scriptable one for IMAP, one for SMTP, and some that are neither.
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { SMTPServer } from 'smtp-server';

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const login = 'rosa@fundacion-marea.example';
const password = 'the sea at four';

/** With what one signs in to them. */
export const rosa = { login, password } as const;

interface ImapOptions {
  /** What LOGIN is answered with instead of being looked at. */
  readonly refuses?: string;
  readonly plugins?: readonly string[];
  readonly tls?: boolean;
}

/** An IMAP server on this machine, with an empty INBOX. */
export async function imapServer({
  refuses,
  plugins = [],
  tls = false,
}: ImapOptions = {}): Promise<Listening> {
  const server = hoodiecrow({
    plugins: ['ID', ...plugins],
    users: { [login]: { password, xoauth2: { accessToken: 'a token', sessionTimeout: 3_600_000 } } },
    storage: { INBOX: {}, '': {} },
    secureConnection: tls,
  });
  if (refuses !== undefined) {
    server.setCommandHandler('LOGIN', (connection, parsed, data, done) => {
      const attributes = [{ type: 'TEXT', value: refuses }];
      connection.send({ tag: parsed.tag, command: 'NO', attributes }, 'REFUSED', parsed, data);
      done();
    });
  }
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return over(server.server);
}

/** An SMTP server on this machine; it takes no mail. */
export async function smtpServer(response: string | null = null): Promise<Listening> {
  const server = new SMTPServer({
    logger: false,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth(auth, _session, answer) {
      const fits = auth.password === password || auth.accessToken === 'a token';
      if (response === null && fits && auth.username === login) answer(null, { user: login });
      else answer(Object.assign(new Error(response ?? '5.7.8 no such credentials'), { responseCode: 535 }));
    },
    onMailFrom(_address, _session, answer) {
      answer(new Error('nothing is sent to try an account'));
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = addressOf(server.server);
  return { port, close: () => new Promise<void>((done) => server.close(() => done())) };
}

/** A server that says this to everybody, or nothing at all. */
export async function saying(words: string | null): Promise<Listening> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (words !== null) socket.write(words);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return over(server);
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const { port, close } = await saying(null);
  await close();
  return port;
}

function over(server: Server): Listening {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  return {
    port: addressOf(server).port,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}

function addressOf(server: Pick<Server, 'address'>): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it does not listen on a port');
  return address;
}
