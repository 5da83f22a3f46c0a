import 'next-auth';

declare module 'next-auth' {
  interface Session {
    user: { userId: string; sessionVersion: number; sessionId: string };
  }

  interface User {
    userId: string;
    sessionVersion: number;
    sessionId: string;
  }
}
