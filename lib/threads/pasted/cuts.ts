import type { Channel } from '@/generated/prisma/client';
import { assembled } from './assemble';
import { channelSaid, withDays } from './between-heads';
import { bracketHead, exportHead, momentAfterName, momentBelowName } from './chat-heads';
import { directCut } from './direct';
import { labelMarks } from './labels';
import { text, type Mark } from './lines';
import { linkedInMarks, youSent } from './linkedin-heads';
import { mailCut, mailsIn } from './mail';
import { bareName, sideOf } from './names';
import { once } from './once';
import type { Layout, Reader } from './pasted';
import { isProgramMark } from './program-marks';
import { rawTurn, type Cut } from './raw-turn';
import { momentOf } from './told-when';

export interface Laid extends Cut {
  readonly layout: Layout;
  readonly channel: Channel | null;
}

type Way = (lines: readonly string[], reader: Reader) => Laid | null;

/** The text cut into turns, as the first layout does that knows it. */
export function cut(lines: readonly string[], reader: Reader): Laid {
  for (const way of [asLinkedIn, asExport, asMail, asChat, asLabels, asDirect]) {
    const laid = way(lines, reader);
    if (laid && laid.turns.length > 0) return laid;
  }
  const turns = lines.some((line) => line !== '') ? [rawTurn({ lines: [...lines] })] : [];
  return { layout: 'plain', channel: null, turns, leftOut: [], newestFirst: false };
}

const asLinkedIn: Way = (lines, reader) => {
  const marks = linkedInMarks(
    lines,
    once((name) => sideOf(name, reader).side !== 'unknown'),
  );
  if (!marks) return null;
  const read = assembled(lines, withDays(lines, marks), { marksBetween: true });
  return { layout: 'linkedin', channel: 'linkedin', ...read };
};

const asExport: Way = (lines) => {
  const marks = lines.map((line): Mark => exportHead(line) ?? bracketHead(line) ?? text);
  const heads = marks.filter(({ is }) => is === 'head').length;
  const first = marks[lines.findIndex((line) => line !== '')];
  const whole = marks.some((mark) => mark.is === 'head' && momentOf(mark.when ?? '')?.day);
  if (heads === 0 || (heads === 1 && first?.is === 'text' && !whole)) return null;
  const telegram = lines.some((line) => bracketHead(line) !== null);
  const channel = !telegram && whole ? 'whatsapp' : null;
  return { layout: 'chat_export', channel, ...assembled(lines, marks, { marksBetween: false }) };
};

const asMail: Way = (lines) => {
  const found = mailsIn(lines);
  return found === 0 ? null : { layout: 'mail', channel: 'email', ...mailCut(lines) };
};

const asChat: Way = (lines, reader) => {
  const known = once((name) => sideOf(bareName(name), reader).side !== 'unknown');
  const marks = lines.map(
    (line, at): Mark =>
      youSent(line) ??
      (isProgramMark(line) ? null : momentAfterName(line, known)) ??
      momentBelowName(lines, at, known) ??
      text,
  );
  const heads = marks.filter(({ is }) => is === 'head').length;
  const first = marks[lines.findIndex((line) => line !== '')];
  if (heads === 0 || (heads === 1 && first?.is !== 'head')) return null;
  return {
    layout: 'chat',
    channel: channelSaid(lines),
    ...assembled(lines, withDays(lines, marks), { marksBetween: true }),
  };
};

const asLabels: Way = (lines, reader) => {
  const marks = labelMarks(lines, reader);
  return (
    marks && {
      layout: 'labels',
      channel: channelSaid(lines),
      ...assembled(lines, marks, { marksBetween: false }),
    }
  );
};

const asDirect: Way = (lines) => {
  const read = directCut(lines);
  return read && { layout: 'direct', channel: channelSaid(lines), ...read };
};
