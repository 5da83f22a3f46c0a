/**
 * Undoes `format=flowed` (RFC 3676): joins lines that end in a space, only with a line of the same depth of quoting
 * (4.5), never across `-- ` (4.3), and takes off the stuffed space (4.4). `deleteSpaces` is `DelSp=yes`.
 * Linear. Without the depth a quote's last line swallows the answer below it.
 */
export function unflowed(text: string, deleteSpaces: boolean): string {
  const done: string[] = [];
  let parts: string[] = [];
  let depth = 0;
  let open = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const marks = /^>*/.exec(line)?.[0].length ?? 0;
    const own = line.slice(marks).replace(/^ /, '');
    const ends = own === '-- ' || marks !== depth || !open;
    if (ends) flush();
    depth = marks;
    open = own.endsWith(' ') && own !== '-- ';
    parts.push(open && deleteSpaces ? own.slice(0, -1) : own);
  }
  flush();
  return done.join('\n');

  function flush(): void {
    if (parts.length === 0) return;
    const joined = parts.join('');
    done.push(depth === 0 ? joined : `${'>'.repeat(depth)} ${joined}`.trimEnd());
    parts = [];
  }
}
