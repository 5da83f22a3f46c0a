import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { suggestLanguages, type SuggestLanguage } from '@/lib/replies/suggesting/tables';

const line = z.object({
  label: z.enum(['interested', 'question', 'later', 'wrong_person', 'declined', 'opted_out', 'other']),
  scope: z.enum(['person', 'this_topic', 'this_pitch', 'all_pitches', 'organization']).nullable(),
  until: z.string().nullable(),
  sent_on: z.string(),
  channel: z.string(),
  referral: z.string().nullable(),
  family: z.string(),
  reply: z.string(),
});

/** A reply written for training, and what it says. */
export type Sample = z.infer<typeof line> & { readonly lang: SuggestLanguage; readonly file: string };

/** The training texts of a folder, file by file in the order of their names. */
export function samplesIn(folder: string): Sample[] {
  const seen = new Set<string>();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => {
      const lang = suggestLanguages.find((one) => file.startsWith(`${one}-`));
      if (!lang) throw new Error(`${file} does not begin with its language.`);
      return readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((text) => text.trim() !== '')
        .map((text) => ({ ...line.parse(JSON.parse(text)), lang, file }));
    })
    .filter(({ reply, lang }) => {
      const key = `${lang} ${reply}`;
      return seen.has(key) ? false : seen.add(key);
    });
}
