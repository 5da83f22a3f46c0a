import type { ReactNode } from 'react';

const symbols: Record<string, string> = { Enter: '↵', Escape: 'esc' };

/**
 * A key one may press. It is a hint for the eye; the control itself carries `aria-keyshortcuts`. Both names of the
 * key that is held are there, and `data-command` of the page shows the one of this keyboard.
 */
export function Key({ children }: { children: ReactNode }) {
  const held = typeof children === 'string' && children.startsWith('mod+');
  const key = held ? children.slice(4) : children;
  return (
    <kbd className="key" aria-hidden="true">
      {held && (
        <>
          <span className="key-command">⌘</span>
          <span className="key-control">Ctrl </span>
        </>
      )}
      {typeof key === 'string' ? (symbols[key] ?? key) : key}
    </kbd>
  );
}

/** Whether the keyboard of this browser has ⌘, by its User-Agent: known before anything is drawn. */
export function hasCommandKey(userAgent: string | null): boolean {
  return /Macintosh|Mac OS X|iPhone|iPad/.test(userAgent ?? '');
}

/**
 * What makes a link or control answer to a key: `r`, `1`, `g t`, `Enter`, `mod+Enter` (⌘ or Ctrl). The listener
 * in components/frame/keyboard.tsx looks for `data-key` and presses what carries it.
 */
export function shortcutAttributes(shortcut: string | undefined) {
  if (!shortcut) return {};
  const spoken = shortcut.startsWith('mod+')
    ? `Meta+${shortcut.slice(4)} Control+${shortcut.slice(4)}`
    : shortcut;
  return { 'data-key': shortcut, 'aria-keyshortcuts': spoken };
}
