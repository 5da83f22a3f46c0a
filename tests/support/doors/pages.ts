import { anId } from './door';

/** The pages anybody may open: where one becomes somebody, and the one that only leads on. */
export const openPages: readonly string[] = [
  'app/(door)/invite/page.tsx',
  'app/(door)/reset/page.tsx',
  'app/(door)/setup/page.tsx',
  'app/(door)/sign-in/page.tsx',
  'app/page.tsx',
];

/** Something for every `[name]` in the path of a page. It need not exist: who asks comes before what for. */
export function paramsOfPage(file: string): Record<string, string> {
  return Object.fromEntries([...file.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => [name, anId()]));
}
