'use client';

import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Circumstances, Finding, FindingCode, Place } from '@/lib/manners/finding';
import { inOrder, mannersOf, refusing, softened } from '@/lib/manners/manners';
import { theirHour } from '@/lib/manners/their-hour';

/** To whom, as what, and whether manners refuse here. */
export interface MannersSetting {
  readonly how: Omit<Circumstances, 'theirHour'>;
  /** IANA name, where it is known. */
  readonly zone: string | null;
  readonly mannersRefuse: boolean;
  readonly words: Readonly<Record<FindingCode, { readonly title: string; readonly why: string }>>;
}

interface Manners {
  readonly setting: MannersSetting;
  /** What is found now, what refuses first. */
  readonly found: readonly Finding[];
  /** Reads the form as it stands; what only the server knows may come with it. */
  readonly read: (form: HTMLFormElement, fromServer?: readonly Finding[]) => void;
}

const Context = createContext<Manners | null>(null);

// These are found where the letters of others are.
const elsewhere: ReadonlySet<FindingCode> = new Set<FindingCode>(['near_copy', 'nothing_own']);

/** Reads along while somebody writes: the form inside tells it what stands there, the list inside shows what is found. */
export function ReadAlong({ setting, children }: { setting: MannersSetting; children: ReactNode }) {
  const [state, setState] = useState<{ text: Text; others: readonly Finding[] }>({ text: blank, others: [] });
  const read = useCallback((form: HTMLFormElement, fromServer?: readonly Finding[]) => {
    const text = textOf(form);
    setState((before) => ({
      text,
      others: fromServer?.filter(({ code }) => elsewhere.has(code)) ?? before.others,
    }));
  }, []);
  const found = useMemo(() => {
    const { how, zone, mannersRefuse } = setting;
    const here = mannersOf(state.text, { ...how, theirHour: theirHour(zone, new Date()) });
    const others = state.text.body.trim() === '' ? [] : state.others;
    return softened(inOrder([...here, ...others]), mannersRefuse);
  }, [setting, state]);
  const value = useMemo(() => ({ setting, found, read }), [setting, found, read]);
  return <Context value={value}>{children}</Context>;
}

/** What is found in the form that this stands around. */
export function useManners(): Manners & { readonly refused: readonly Finding[] } {
  const manners = use(Context);
  if (!manners) throw new Error('nobody reads along here');
  return { ...manners, refused: refusing(manners.found) };
}

interface Text {
  readonly subject: string | null;
  readonly body: string;
  readonly newFact: string | null;
}

const blank: Text = { subject: null, body: '', newFact: null };

function textOf(form: HTMLFormElement): Text {
  const field = (name: Place['field']) => controlOf(form, name)?.value ?? null;
  return { subject: field('subject'), body: field('body') ?? '', newFact: field('newFact') };
}

/** The control in which a field is written. */
export function controlOf(
  form: HTMLFormElement,
  name: string,
): HTMLInputElement | HTMLTextAreaElement | null {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control : null;
}

/** The form one writes in. */
export function formToWrite(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('form[data-writing]');
}

/** Selects words where they are written, and brings them into sight. */
export function selectWords({ field, start, end }: Place): void {
  const form = formToWrite();
  const control = form && controlOf(form, field);
  if (!control) return;
  // A browser scrolls a text to its caret when it gets the focus, not when something is selected.
  control.blur();
  control.setSelectionRange(start, start);
  control.focus();
  control.setSelectionRange(start, end);
}

/** The words of a finding as they stand in the form. */
export function wordsAt({ field, start, end }: Place): string {
  const form = formToWrite();
  const words = (form && controlOf(form, field)?.value.slice(start, end)) ?? '';
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 48 ? `${line.slice(0, 46).trimEnd()}…` : line;
}
