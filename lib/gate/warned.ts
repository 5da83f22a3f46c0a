import type { Channel } from '@/generated/prisma/client';
import type { Language } from '@/lib/language/language';
import type { Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import type { Explained } from './explained';
import { lookedAt, toHear } from './listening';
import { inline } from './parts';

/** What is said beside a message that may leave all the same, each as a sentence. */
export function tellWarnings({ name, verdict }: Explained, { language }: Reading): string[] {
  const t = translate(language, 'gate.warning');
  return verdict.warnings.flatMap((warning) => {
    const told = { name: inline(name), where: whereOf(lookedAt(warning), language) };
    if (warning.code === 'deaf') return t(`deaf_${toHear(warning)}`, told);
    if (warning.code === 'invitation_needed' || warning.code === 'not_usable') return t(warning.code, told);
    return [];
  });
}

/** Where one looks, as one says it: "on LinkedIn and in your mail". */
export function whereOf(channels: readonly Channel[], language: Language): string {
  const t = translate(language, 'gate.where');
  return new Intl.ListFormat(language === 'es' ? 'es' : 'en-GB').format(
    channels.map((channel) => t(channel)),
  );
}
