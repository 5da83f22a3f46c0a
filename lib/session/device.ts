/** In what somebody is signed in, as they would call it: "Firefox", "Android". Null is what a header does not tell. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

// The first that fits: most browsers also name those they are made of.
const browsers: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\b(?:OPR|OPT|Opera)\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['DuckDuckGo', /\b(?:DuckDuckGo|Ddg)\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bVersion\/[\d.]+.*\bSafari\//],
];
const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\b(?:Linux|X11)\b/],
];

/** Reads a `User-Agent` header (RFC 9110, 10.1.5). It says what a browser likes to be taken for, and proves nothing. */
export function deviceIn(userAgent: string | null): Device {
  const said = (userAgent ?? '').slice(0, 500);
  const named = (names: typeof browsers) => names.find(([, mark]) => mark.test(said))?.[0] ?? null;
  return { browser: named(browsers), system: named(systems) };
}
