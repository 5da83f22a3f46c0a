declare module 'hoodiecrow-imap' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  interface Mail {
    uid: number;
    raw: string;
    internaldate: string;
    flags: string[];
  }

  interface Folder {
    path: string;
    uidvalidity: number;
    uidnext: number;
    messages: Mail[];
  }

  interface Hoodiecrow extends EventEmitter {
    server: Server;
    folderCache: Record<string, Folder>;
    listen(port: number, host: string, done: () => void): void;
    close(done?: () => void): void;
    getMailbox(path: string): Folder | undefined;
    appendMessage(path: string, flags: string[], at: Date, raw: string): { message: Mail };
    notify(command: object, mailbox: Folder): void;
  }

  export default function hoodiecrow(options: {
    plugins: string[];
    users: Record<string, { password: string }>;
    storage: object;
  }): Hoodiecrow;
}

declare module 'hoodiecrow-imap/lib/commands/handlers/fetch.js' {
  const answers: {
    BODY: (connection: object, mail: object, asked: { readonly partial?: readonly number[] }) => object;
  };
  export default answers;
}
