import { beforeAll } from 'vitest';
import { z } from 'zod';
import { POST } from '@/app/api/v1/gate/check/route';
import type { Owner } from '@/lib/auth/actor';
import { makeToken } from '@/lib/auth/tokens/mutations';
import { db } from '@/lib/db/client';
import { reasonCodes, purposes } from '@/lib/gate/verdict';
import { anOwner } from '@/tests/support/people';

const answerSchema = z.strictObject({
  contact: z.strictObject({ id: z.uuid(), name: z.string(), url: z.url() }).nullable(),
  known: z.boolean(),
  allowed: z.boolean(),
  purpose: z.enum(purposes),
  reasons: z.array(
    z.strictObject({
      code: z.enum(reasonCodes),
      since: z.iso.datetime().nullable(),
      until: z.iso.datetime().nullable(),
      sentence: z.string().min(1),
      lifted_by: z
        .strictObject({ role: z.enum(['owner', 'member']), sentence: z.string().min(1) })
        .nullable(),
      opens: z.string().min(1),
    }),
  ),
  warnings: z.array(
    z.strictObject({ code: z.enum([...reasonCodes, 'not_usable']), sentence: z.string().min(1) }),
  ),
  sentence: z.string().min(1),
  next_act: z.strictObject({ code: z.string(), url: z.url().nullable() }).nullable(),
  at: z.iso.datetime(),
});

const problemSchema = z.strictObject({
  title: z.string().min(1),
  status: z.int(),
  code: z.string(),
  detail: z.string().min(1),
  errors: z
    .array(z.strictObject({ field: z.string().nullable(), code: z.string(), detail: z.string().min(1) }))
    .optional(),
});

/** A question as a program sends it; `token` null sends none. */
export function question(body: unknown, token: string | null, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost:3000/api/v1/gate/check', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
}

/** What the API answers to a question that it understands. */
export async function checked(body: object, token: string, headers: Record<string, string> = {}) {
  const response = await POST(question(body, token, headers));
  const answer: unknown = await response.json();
  if (response.status !== 200) throw new Error(JSON.stringify(answer));
  return answerSchema.parse(answer);
}

/** The problem that the API answers with, and its headers. */
export async function problemOf(request: Request) {
  const response = await POST(request);
  return { ...problemSchema.parse(await response.json()), headers: response.headers };
}

/** Somebody who asks, with a token of theirs, made before the tests of a file. */
export function asking() {
  const kept: { nora?: Owner; token?: string } = {};
  beforeAll(async () => {
    kept.nora = await anOwner({ name: 'Nora' });
    kept.token = await makeToken(kept.nora, { name: 'a test', days: null });
  });
  const here = () => {
    const { nora, token } = kept;
    if (!nora || !token) throw new Error('nobody is here yet');
    return { nora, token };
  };
  return { here };
}

/** The handle of an address, as it is kept. */
export async function handleOf(id: string): Promise<string> {
  const { handle } = await db().address.findUniqueOrThrow({ where: { id }, select: { handle: true } });
  return handle;
}
