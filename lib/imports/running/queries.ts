import 'server-only';
import type { Actor } from '@/lib/auth/actor';

declare global {
  // Next loads modules more than once; what runs is one list a process.
  var earshotImports: Set<string> | undefined;
}

/** The imports that this process is busy with. */
export const running = (globalThis.earshotImports ??= new Set<string>());

/** Whether an import goes on right now. Its rows alone cannot tell a slow one from one that was cut off. */
export function isRunning(_actor: Actor, id: string): boolean {
  return running.has(id);
}
