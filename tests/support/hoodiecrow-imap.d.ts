declare module 'hoodiecrow-imap' {
  import type { Server, Socket } from 'node:net';

  interface Command {
    readonly tag: string;
    readonly command: string;
    readonly attributes?: readonly { readonly value: string }[];
  }

  interface Connection {
    readonly socket: Socket;
    state: string;
    send(response: object, description: string, parsed: Command, data?: unknown): void;
  }

  type Handler = (connection: Connection, parsed: Command, data: unknown, done: () => void) => void;

  interface Hoodiecrow {
    readonly server: Server;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    setCommandHandler(command: string, handler: Handler): void;
  }

  interface Options {
    readonly plugins?: readonly (string | ((server: Hoodiecrow) => void))[];
    readonly users?: Readonly<Record<string, { password?: string; xoauth2?: object }>>;
    readonly storage?: Readonly<Record<string, object>>;
    readonly secureConnection?: boolean;
  }

  export default function hoodiecrow(options?: Options): Hoodiecrow;
}
