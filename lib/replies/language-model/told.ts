import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { hostIn } from '@/lib/web/base-url';
import { asModelFault } from './fault';

/** What is wrong with a language model, and what to do. */
export function toldModelFault(
  language: Language,
  fault: string,
  { baseUrl, model }: { baseUrl: string; model: string },
): string {
  const facts = { host: hostIn(baseUrl), model };
  return translate(language, 'language_model')(`faults.${asModelFault(fault)}`, facts);
}
