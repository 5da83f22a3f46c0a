import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { decoded, folded, hasControlCharacter } from './typed-text';

export type PhoneFault = 'empty' | 'control_character' | 'several_numbers' | 'phone_country' | 'phone_number';

export type ReadPhone = { ok: true; handle: string } | { ok: false; code: PhoneFault };

const fault = (code: PhoneFault): ReadPhone => ({ ok: false, code });

/**
 * A telephone number as E.164 ("+34600123456"), out of any national or international spelling, `tel:` or a
 * WhatsApp link. `country` (ISO 3166-1 alpha-2) is where a number without its country is from; without it such
 * a number is refused, since one guessed wrongly is somebody else's door. An extension is not part of it.
 */
export function readPhone(typed: string, country: string | null): ReadPhone {
  const text = decoded(folded(typed));
  if (text === '') return fault('empty');
  if (hasControlCharacter(text)) return fault('control_character');
  const chat =
    /^(?:https?:\/\/)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?(?:.*&)?phone=|whatsapp:\/\/send\?phone=)\+?(\d+)/i.exec(
      text,
    );
  const number = chat?.[1] ? `+${chat[1]}` : text.replace(/^(?:tel|sms|callto):/i, '').trim();
  if (/[a-wyz]/i.test(number.replace(/(?:ext\.?|extn?|int\.?|x|;ext=|;phone-context=)\s*\+?\d*$/i, '')))
    return fault('phone_number');
  if (/\d\s*[,;|/]\s*\+?[\d(][\d\s().-]{5,}/.test(number)) return fault('several_numbers');
  const from = country !== null && isSupportedCountry(country.toUpperCase()) ? country.toUpperCase() : null;
  const international = from === null ? number.replace(/^\(?00\)?\s*/, '+') : number;
  if (from === null && !/^\(?\+/.test(international) && !number.includes(';phone-context=+'))
    return fault('phone_country');
  return parsed(international, from);
}

function parsed(number: string, country: string | null): ReadPhone {
  const from = country !== null && isSupportedCountry(country) ? country : undefined;
  const read = parsePhoneNumberFromString(number, from);
  // Possible, not valid: numbering plans change faster than the tables that come with a package.
  if (!read?.isPossible() || !/^\+[1-9]\d{5,14}$/.test(read.number)) return fault('phone_number');
  return { ok: true, handle: read.number };
}
