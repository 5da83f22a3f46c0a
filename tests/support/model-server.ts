// A server that speaks the API of OpenAI as far as Earshot does, and answers what a test tells it to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What it was asked. */
export interface ModelAsked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  /** The words of the user's message, as they came. */
  readonly user: string;
  readonly hasSchema: boolean;
  /** The whole body, for what must not be in it. */
  readonly raw: string;
}

type Answering = (asked: ModelAsked, answer: ServerResponse) => void;

export interface ModelServer {
  readonly baseUrl: string;
  readonly asked: readonly ModelAsked[];
  answers(how: Answering): void;
  close(): Promise<void>;
}

const opinion = { outcome: 'unclear', quotes: [], whole_organization: false, until: '', referral: '' };

/** Answers as a model does that took it for this. */
export function saying(more: Record<string, unknown>): Answering {
  return saysText(JSON.stringify({ ...opinion, ...more }));
}

/** Answers with this text as the model's. */
export function saysText(content: string, finish_reason = 'stop'): Answering {
  const message = { role: 'assistant', content };
  return (_asked, answer) =>
    send(
      answer,
      200,
      JSON.stringify({ id: 'x', choices: [{ index: 0, message, finish_reason }], usage: {} }),
    );
}

/** Answers with a status and nothing that helps. */
export function status(code: number, headers: Record<string, string> = {}): Answering {
  return (_asked, answer) => send(answer, code, '{"error":{"message":"no"}}', headers);
}

/** Takes the question and says nothing. */
export const silent: Answering = () => undefined;

export function send(
  answer: ServerResponse,
  code: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  answer.writeHead(code, { 'content-type': 'application/json', ...headers });
  answer.end(body);
}

export async function modelServer(how: Answering = saying({})): Promise<ModelServer> {
  const asked: ModelAsked[] = [];
  let answering = how;
  const server = createServer((request, answer) => {
    void bodyOf(request).then((raw) => {
      const one = askedIn(request, raw);
      asked.push(one);
      answering(one, answer);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('it does not listen on a port');
  return {
    baseUrl: `http://127.0.0.1:${at.port}/v1`,
    asked,
    answers: (next) => (answering = next),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

function askedIn(request: IncomingMessage, raw: string): ModelAsked {
  const read: { model?: string; messages?: { role: string; content: string }[]; response_format?: object } =
    raw === '' ? {} : JSON.parse(raw);
  return {
    path: request.url ?? '',
    authorization: request.headers.authorization,
    model: read.model ?? '',
    user: read.messages?.find(({ role }) => role === 'user')?.content ?? '',
    hasSchema: read.response_format !== undefined,
    raw,
  };
}
