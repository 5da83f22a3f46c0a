import type { ReactNode } from 'react';

const symbols: Record<string, string> = { Enter: '↵', 'mod+Enter': '⌘↵', Escape: 'esc' };

/** A key one may press. It is a hint for the eye; the control itself carries `aria-keyshortcuts`. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="key" aria-hidden="true">
      {typeof children === 'string' ? (symbols[children] ?? children) : children}
    </kbd>
  );
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
