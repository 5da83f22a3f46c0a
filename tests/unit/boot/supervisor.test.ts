import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Supervisor } from '@/bin/boot/supervisor.js';

// Parts that are no processes: `crash` ends the one that was started last.
function part(name: string, log: string[]) {
  const ends: ((how: string) => void)[] = [];
  const start = async () => {
    log.push(`${name} started`);
    let end = (_how: string): void => undefined;
    const exited = new Promise<string>((answer) => (end = answer));
    ends.push(end);
    const stop = async () => {
      log.push(`${name} stopped`);
      end('code 0');
    };
    return { exited, stop };
  };
  return { name, start, crash: (how: string) => ends.at(-1)?.(how) };
}

let complaints: string[];

beforeEach(() => {
  complaints = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) =>
    Boolean(complaints.push(String(line).trim())),
  );
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the supervisor', () => {
  it('ends the parts in the opposite order of their start', async () => {
    const log: string[] = [];
    const supervisor = new Supervisor();
    for (const name of ['database', 'worker', 'web']) await supervisor.add(part(name, log));
    await supervisor.stop();
    expect(log.slice(3)).toEqual(['web stopped', 'worker stopped', 'database stopped']);
  });

  it('starts a part again that stopped by itself, and says so', async () => {
    const log: string[] = [];
    const supervisor = new Supervisor();
    const web = part('web', log);
    await supervisor.add(web);
    web.crash('code 1');
    await vi.waitFor(() => expect(log).toEqual(['web started', 'web started']), { timeout: 3_000 });
    expect(complaints).toEqual(['web stopped (code 1); starting it again in 1 s.']);
    await supervisor.stop();
  });

  it('takes a part that ends together with it for no crash', async () => {
    const log: string[] = [];
    const supervisor = new Supervisor();
    const web = part('web', log);
    await supervisor.add(web);
    web.crash('SIGINT');
    await supervisor.stop();
    expect(log).toEqual(['web started', 'web stopped']);
    expect(complaints).toEqual([]);
  });

  it('puts a new version in the place of a part without calling that a crash', async () => {
    const log: string[] = [];
    const supervisor = new Supervisor();
    await supervisor.add(part('worker', log));
    await supervisor.restart('worker');
    await new Promise((go) => setTimeout(go, 400));
    expect(log.filter((line) => line === 'worker started')).toHaveLength(2);
    expect(complaints).toEqual([]);
    await supervisor.stop();
  });
});
