'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { addressChannels, readAddress } from '@/lib/contacts/addresses';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { readDomain } from './domain';
import { liftSuppression, suppressAddress, suppressDomain } from './mutations';
import { handleOf } from './queries';

const reason = z.string().trim().min(1).max(500);
const ofContact = z.object({ addressId: z.uuid(), domain: z.literal('on').nullable(), reason });
const typedSchema = z.object({
  what: z.enum([...addressChannels, 'domain']),
  typed: z.string().max(500),
  reason,
});
const liftSchema = z.object({ id: z.uuid(), reason });

/** Closes an address of a contact, or the whole domain of it. */
export async function closeAddress(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const t = translate(await currentLanguage(), 'closers');
  const read = ofContact.safeParse(fieldsOf(form, ['addressId', 'domain', 'reason']));
  const writer = await mayI('write');
  const address = read.success ? await handleOf(writer, read.data.addressId) : null;
  if (!read.success || !address) return { ...noAnswer, error: t('needs_which') };
  if (!read.data.domain)
    return answered(await suppressAddress(writer, address, read.data.reason), t('address_closed'));
  const domain = readDomain(address.handle);
  if (!domain.ok)
    return { ...noAnswer, error: t('domain_of_many', { domain: address.handle.replace(/^.*@/, '') }) };
  return answered(await suppressDomain(writer, domain.domain, read.data.reason), t('address_closed'));
}

/** Closes an address or a domain that somebody typed, known here or not. */
export async function closeTyped(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const t = translate(await currentLanguage(), 'closers');
  const read = typedSchema.safeParse(fieldsOf(form, ['what', 'typed', 'reason']));
  const writer = await mayI('write');
  if (!read.success) return { ...noAnswer, error: t('needs_which') };
  const { what, typed, reason: why } = read.data;
  if (what === 'domain') {
    const domain = readDomain(typed);
    if (domain.ok) return answered(await suppressDomain(writer, domain.domain, why), t('address_closed'));
    return {
      ...noAnswer,
      error: domain.code === 'no_domain' ? t('no_domain') : t('domain_of_many', { domain: typed }),
    };
  }
  const address = readAddress(what, typed);
  if (!address.ok) return { ...noAnswer, error: t('no_address') };
  return answered(
    await suppressAddress(writer, { channel: what, handle: address.handle }, why),
    t('address_closed'),
  );
}

/** The owner opens an address or a domain again, with a reason. */
export async function openAgain(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const t = translate(await currentLanguage(), 'closers');
  const read = liftSchema.safeParse(fieldsOf(form, ['id', 'reason']));
  if (!read.success) return { ...noAnswer, error: t('needs_reason') };
  const owner = await mayI('own');
  return answered(await liftSuppression(owner, read.data.id, read.data.reason), t('address_opened'));
}

function fieldsOf(form: FormData, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, form.get(name)]));
}

async function answered(done: Awaited<ReturnType<typeof suppressDomain>>, said: string): Promise<FormAnswer> {
  if (!done.ok) return { ...noAnswer, error: translate(await currentLanguage(), 'impossible')(done.code) };
  revalidatePath('/', 'layout');
  return { ...noAnswer, done: said };
}
