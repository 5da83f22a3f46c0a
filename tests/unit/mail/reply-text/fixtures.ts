import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Fixture = {
  readonly name: string;
  readonly mail: string;
  readonly said: string;
  readonly words: string;
};

const folder = fileURLToPath(new URL('../../../fixtures/reply-text/', import.meta.url));

/** Mails written for these tests: `▶ name`, the mail, `◀`, what they said, and after `◆` the words alone. */
export function fixtures(ending: string): Fixture[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .flatMap((file) => inFile(file.replace(ending, ''), readFileSync(`${folder}${file}`, 'utf8')));
}

function inFile(file: string, text: string): Fixture[] {
  return text
    .split(/^▶ /mu)
    .slice(1)
    .map((block) => {
      const [head = '', answer = ''] = block.split(/^◀\n/mu);
      const [name = '', ...mail] = head.split('\n');
      const [said = '', words] = answer.split(/^◆\n/mu);
      return {
        name: `${file}: ${name}`,
        mail: mail.join('\n'),
        said: said.trim(),
        words: (words ?? said).trim(),
      };
    });
}
