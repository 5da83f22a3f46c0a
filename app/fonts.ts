import { GeistSans } from 'geist/font/sans';
import localFont from 'next/font/local';

const words = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  variable: '--font-newsreader',
  weight: '200 800',
});

// Names such as Șerban or Łukasz need it; a page without such letters does not fetch it.
const wordsExtended = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-normal.woff2',
  variable: '--font-newsreader-ext',
  weight: '200 800',
  preload: false,
  declarations: [
    { prop: 'unicode-range', value: 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F, U+A720-A7FF' },
  ],
});

/** Geist for our words, Newsreader for theirs, both served from here. Goes on the html element. */
export const fontVariables = [GeistSans.variable, words.variable, wordsExtended.variable].join(' ');
