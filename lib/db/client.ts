import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '@/generated/prisma/client';
import { pool } from './pool';

declare global {
  var earshotClient: { readonly client: PrismaClient; readonly over: ReturnType<typeof pool> } | undefined;
}

/** Prisma's client, or the one inside its interactive transaction: what code takes that works in both. */
export type Db = Prisma.TransactionClient;

/** The process's one Prisma client, connected as the application's role over the same pool as SQL. */
export function db(): PrismaClient {
  const over = pool();
  if (globalThis.earshotClient?.over !== over) {
    globalThis.earshotClient = { client: new PrismaClient({ adapter: new PrismaPg(over) }), over };
  }
  return globalThis.earshotClient.client;
}
