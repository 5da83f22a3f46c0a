import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A function that a browser, or anybody else, can call. */
export interface DoorOnDisk {
  readonly file: string;
  readonly name: string;
  readonly open: (...given: readonly unknown[]) => unknown;
}

/** Every server action and every method of every route, found on the disk and not in a list. */
export async function doorsOnDisk(): Promise<DoorOnDisk[]> {
  const files = ['app', 'lib', 'components'].flatMap((folder) => sources(folder)).filter(isDoor);
  const found = await Promise.all(files.map(exportsOf));
  return found.flat();
}

/** Every page, by its file. */
export function pagesOnDisk(): string[] {
  return sources('app').filter((file) => file.endsWith('/page.tsx'));
}

/** The default export of a page, and of nothing else. */
export async function pageIn(file: string): Promise<(props: object) => unknown> {
  const { default: page }: { default?: unknown } = await import(/* @vite-ignore */ root + file);
  if (!isCallable(page)) throw new Error(`${file} exports no page.`);
  return (props) => page(props);
}

function sources(folder: string): string[] {
  return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`)
    .sort();
}

function isDoor(file: string): boolean {
  if (/^app\/.*\/route\.tsx?$/.test(file)) return true;
  return /^(\s*(\/\/[^\n]*|\/\*[\s\S]*?\*\/))*\s*['"]use server['"]/.test(readFileSync(root + file, 'utf8'));
}

async function exportsOf(file: string): Promise<DoorOnDisk[]> {
  const held: Record<string, unknown> = await import(/* @vite-ignore */ root + file);
  return Object.entries(held).flatMap(([name, open]) =>
    isCallable(open) && (!file.startsWith('app/') || methods.includes(name)) ? [{ file, name, open }] : [],
  );
}

function isCallable(value: unknown): value is (...given: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
