import { describe, expect, it } from 'vitest';
import { deviceIn } from '@/lib/session/device';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('where one is signed in is called by the name its owner would use', () => {
  it.each([
    [`Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox', 'Linux'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0 Safari/537.36`, 'Chrome', 'Windows'],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`,
      'Edge',
      'Windows',
    ],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15`,
      'Safari',
      'macOS',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1`,
      'Chrome',
      'iPhone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 10; K) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet',
      'Android',
    ],
    ['curl/8.14.1', null, null],
    ['Mozilla/5.0 (X11; Linux x86_64) SomethingNew/1.0', null, 'Linux'],
  ])('%s', (userAgent, browser, system) => {
    expect(deviceIn(userAgent)).toEqual({ browser, system });
  });

  it('says nothing where nothing was said, and reads no more than a name needs', () => {
    expect(deviceIn(null)).toEqual({ browser: null, system: null });
    expect(deviceIn('x'.repeat(100_000) + ' Firefox/140.0')).toEqual({ browser: null, system: null });
  });
});
