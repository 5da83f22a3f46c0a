import { createInterface } from 'node:readline/promises';

let lines;

/** Asks a question in the terminal; without one, the next line of the input answers. */
export async function ask(question) {
  if (!process.stdin.isTTY) return nextLine();
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(`${question}: `);
  } finally {
    terminal.close();
  }
}

async function nextLine() {
  lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const { value } = await lines.next();
  return value ?? '';
}

/** The same, without showing what is typed. */
export async function askSecretly(question) {
  if (!process.stdin.isTTY) return nextLine();
  process.stdout.write(`${question} (not shown): `);
  process.stdin.setRawMode(true);
  process.stdin.resume();
  process.stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const chunk of process.stdin) {
      for (const sign of chunk) {
        if (sign === '\r' || sign === '\n') return typed;
        if (sign === '\u0003') process.exit(130);
        typed = sign === '\u007f' ? typed.slice(0, -1) : typed + sign;
      }
    }
    return typed;
  } finally {
    process.stdin.setRawMode(false);
    process.stdin.pause();
    process.stdout.write('\n');
  }
}
