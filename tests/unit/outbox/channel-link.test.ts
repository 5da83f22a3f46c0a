import { describe, expect, it } from 'vitest';
import { channelLink } from '@/lib/outbox/channel-link';

const letter = { subject: 'The fair & you', body: 'Hola, Ana:\n¿qué tal?' };

describe('the way to a channel', () => {
  it.each([
    [
      'email',
      'ana@marea.example',
      'mailto:ana@marea.example?subject=The%20fair%20%26%20you&body=Hola%2C%20Ana%3A%0D%0A%C2%BFqu%C3%A9%20tal%3F',
    ],
    ['whatsapp', '+34600123456', 'https://wa.me/34600123456?text=Hola%2C%20Ana%3A%0A%C2%BFqu%C3%A9%20tal%3F'],
    ['sms', '+34600123456', 'sms:+34600123456?body=Hola%2C%20Ana%3A%0A%C2%BFqu%C3%A9%20tal%3F'],
    ['phone', '+34600123456', 'tel:+34600123456'],
    ['linkedin', 'ana-beltrán', 'https://www.linkedin.com/in/ana-beltr%C3%A1n/'],
    ['x', 'ana_b', 'https://x.com/ana_b'],
    ['other', 'mastodon.example/@ana', 'https://mastodon.example/@ana'],
  ] as const)('%s', (channel, handle, link) => {
    expect(channelLink(channel, handle, letter)).toBe(link);
  });

  it('an address cannot smuggle fields into the link', () => {
    expect(channelLink('email', 'a&bcc=x?subject=y@z.example', { subject: null, body: '' })).toBe(
      'mailto:a%26bcc%3Dx%3Fsubject%3Dy@z.example',
    );
  });

  it('a long text stays in the clipboard; the subject still goes', () => {
    const long = { subject: 'Hello', body: 'x'.repeat(5_000) };
    expect(channelLink('email', 'a@z.example', long)).toBe('mailto:a@z.example?subject=Hello');
    expect(channelLink('whatsapp', '+34600123456', long)).toBe('https://wa.me/34600123456');
  });

  it.each(['javascript:alert(1)', 'somewhere', 'ask at the bar', '//evil.example', 'a.example:8080'])(
    'what is no page is not opened: %s',
    (handle) => {
      expect(channelLink('other', handle, letter)).toBeNull();
    },
  );
});
