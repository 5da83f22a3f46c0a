import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { hasCommandKey, Key } from '@/components/ui/key';

describe('a key', () => {
  it('carries both names of the key that is held, for the page to show the one of this keyboard', () => {
    const drawn = renderToStaticMarkup(<Key>mod+Enter</Key>);
    expect(drawn).toContain('<span class="key-command">⌘</span><span class="key-control">Ctrl </span>↵');
    expect(renderToStaticMarkup(<Key>Enter</Key>)).toBe('<kbd class="key" aria-hidden="true">↵</kbd>');
  });

  it.each([
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
      true,
    ],
    ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15', true],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', false],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0', false],
    [null, false],
  ])('of %s is ⌘: %s', (userAgent, command) => {
    expect(hasCommandKey(userAgent)).toBe(command);
  });
});
