import { Fragment } from 'react';
import { Quote } from '@/components/ui/said';
import type { Part } from '@/lib/gate/parts';

/** A sentence of the gate: ours in sans, their words in serif, days as times. */
export function Sentence({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, at) => <Fragment key={at}>{shown(part)}</Fragment>);
}

function shown(part: Part) {
  if ('text' in part) return part.text;
  if ('quote' in part) return <Quote lang={part.language ?? undefined}>{part.quote}</Quote>;
  return (
    <time dateTime={part.moment.toISOString()} title={part.whole}>
      {part.said}
    </time>
  );
}
