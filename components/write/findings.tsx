'use client';

import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Finding, Place } from '@/lib/manners/finding';
import { controlOf, formToWrite, selectWords, useManners, wordsAt } from './manners';

interface FindingsProps {
  words: Readonly<
    Record<'caption' | 'fine' | 'quiet' | 'show' | 'softened' | 'addWayOut' | 'wayOut', string>
  >;
}

/** What manners found, beside the text: what refuses, then hints, each with the words it rests on. */
export function Findings({ words }: FindingsProps) {
  const { found, setting } = useManners();
  const warned = !setting.mannersRefuse && found.length > 0;
  return (
    <section className="section" aria-label={words.caption}>
      <h2 className="cap">{words.caption}</h2>
      <ul role="list" className="findings" aria-live="polite">
        {found.map((finding) => (
          <FindingItem key={finding.code} {...{ finding, words }} />
        ))}
      </ul>
      {found.length === 0 && <Silence words={words} />}
      {warned && <p className="hint mt-2">{words.softened}</p>}
    </section>
  );
}

// Before anything is written there is nothing to be fine.
function Silence({ words }: FindingsProps) {
  const [written, setWritten] = useState(false);
  useEffect(() => {
    const form = formToWrite();
    const look = () => setWritten(Boolean(form && controlOf(form, 'body')?.value.trim()));
    look();
    form?.addEventListener('input', look);
    return () => form?.removeEventListener('input', look);
  }, []);
  return <p className="text-soft">{written ? words.fine : words.quiet}</p>;
}

function FindingItem({ finding, words }: FindingsProps & { finding: Finding }) {
  const { setting } = useManners();
  const { title, why } = setting.words[finding.code];
  return (
    <li data-refuses={finding.refuses || undefined}>
      <p className="finding-title">
        {finding.refuses && <Icon name="ban" />}
        {title}
      </p>
      <p>{why}</p>
      {byWords(finding.places)
        .slice(0, most)
        .map((places) => (
          <Words key={wordsAt(places[0])} places={places} label={words.show} />
        ))}
      {finding.code === 'no_way_out' && (
        <button type="button" className="link" onClick={() => addLine(words.wayOut)}>
          {words.addWayOut}
        </button>
      )}
    </li>
  );
}

type Places = readonly [Place, ...Place[]];

const most = 6;

// The same words are one, however often they stand there; others are listed beside them.
function byWords(places: readonly Place[]): Places[] {
  const found = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const same = found.get(wordsAt(place));
    if (same) same.push(place);
    else found.set(wordsAt(place), [place]);
  }
  return [...found.values()];
}

/** The words, to be chosen: each press goes on to the next place. */
function Words({ places, label }: { places: Places; label: string }) {
  const [at, setAt] = useState(0);
  const [first] = places;
  const place = places[at % places.length] ?? first;
  const choose = () => {
    selectWords(place);
    setAt(at + 1);
  };
  return (
    <button type="button" className="finding-words" onClick={choose} title={label}>
      <q>{wordsAt(first)}</q>
      {places.length > 1 && <span className="text-faint"> × {places.length}</span>}
    </button>
  );
}

function addLine(line: string): void {
  const form = formToWrite();
  const body = form && controlOf(form, 'body');
  if (!body) return;
  const from = body.value.trimEnd().length;
  body.setRangeText(`\n\n${line}`, from, body.value.length, 'end');
  body.dispatchEvent(new Event('input', { bubbles: true }));
  selectWords({ field: 'body', start: from + 2, end: from + 2 + line.length });
}
