/**
 * The arguments and tags of an ICU message, as sorted `name:kind` strings, and what is wrong with it.
 * Enough of the syntax to compare two languages: arguments, plural, select, tags, quoting.
 */
export function readIcu(message) {
  const found = new Map();
  const faults = [];
  let at = 0;

  const text = (inside) => {
    while (at < message.length) {
      const sign = message[at];
      if (sign === "'" && message[at + 1] === "'") at += 2;
      else if (sign === "'" && /[{}<>]/.test(message[at + 1] ?? '')) quoted();
      else if (sign === '{') argument();
      else if (sign === '}') {
        if (inside) return;
        faults.push('a } without its {');
        at += 1;
      } else if (sign === '<') tag();
      else at += 1;
    }
    if (inside) faults.push('a { without its }');
  };

  const quoted = () => {
    const end = message.indexOf("'", at + 1);
    at = end === -1 ? message.length : end + 1;
  };

  const tag = () => {
    const match = /^<(\/?)(\w+)\s*(\/?)>/.exec(message.slice(at));
    if (match && !match[1]) found.set(match[2], 'tag');
    at += match ? match[0].length : 1;
  };

  const argument = () => {
    const head = /^\{\s*([\w.]+)\s*(,\s*(\w+)\s*)?/.exec(message.slice(at));
    if (!head) {
      faults.push(`cannot read "${message.slice(at, at + 20)}"`);
      at += 1;
      return;
    }
    const kind = head[3] ?? 'value';
    found.set(head[1], kind);
    at += head[0].length;
    if (/^(plural|select|selectordinal)$/.test(kind)) branches(head[1]);
    else style();
    if (message[at] === '}') at += 1;
    else faults.push(`{${head[1]} is not closed`);
  };

  const style = () => {
    while (at < message.length && message[at] !== '}') at += 1;
  };

  const branches = (name) => {
    const seen = [];
    for (;;) {
      const branch = /^[\s,]*(?:offset:\d+\s*)?(=\d+|\w+)\s*\{/.exec(message.slice(at));
      if (!branch) break;
      seen.push(branch[1]);
      at += branch[0].length;
      text(true);
      if (message[at] === '}') at += 1;
    }
    while (/\s/.test(message[at] ?? '')) at += 1;
    if (!seen.includes('other')) faults.push(`{${name}} has no "other"`);
  };

  text(false);
  // A plural in one language may be a plain number in the other ("1 de 3"); a date may not become a tag.
  const plain = (kind) => (/^(plural|selectordinal|number)$/.test(kind) ? 'number' : kind);
  return { parts: [...found].map(([name, kind]) => `${name}:${plain(kind)}`).sort(), faults };
}
