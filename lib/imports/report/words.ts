import type { Language } from '@/lib/language/language';
import { en } from '@/lib/language/messages/en';
import { translate } from '@/lib/language/translate';

type RowCode = keyof (typeof en)['imports']['codes'];
type FaultCode = keyof (typeof en)['imports']['faults'];

/** Why a row became what it became: a sentence a code. A code without words is a row we could not read. */
export function sentencesOf(codes: readonly string[], language: Language): string[] {
  const t = translate(language, 'imports.codes');
  return codes.map((code) => t(isRowCode(code) ? code : 'row_unreadable'));
}

/** Why a file holds no contacts, in one sentence that says what to do. */
export function faultSentence(fault: string, language: Language): string {
  return translate(language, 'imports.faults')(isFault(fault) ? fault : 'binary');
}

function isRowCode(code: string): code is RowCode {
  return Object.hasOwn(en.imports.codes, code);
}

function isFault(code: string): code is FaultCode {
  return Object.hasOwn(en.imports.faults, code);
}
