import { spawn } from 'node:child_process';
import { walksTogether } from './measure-findings.ts';
import { CLI, dataFolder, startServer } from './started-server.ts';

/** Processes that read, beside one that answers. */
const WORKERS = [1, 2, 4] as const;
const WALKS = 40;
const AT_ONCE = 20;

/** How throughput grows with processes, on the PostgreSQL that the environment names: rows of a table. Each reads one document at a time. */
export async function measureWorkers(
  environmentOfAll: Readonly<Record<string, string>>,
  photo: Uint8Array,
  note: (text: string) => void,
): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const count of WORKERS) {
    note(`${count} worker processes …`);
    const folder = await dataFolder();
    const environment = { ...environmentOfAll, VIDIMUS_READERS: '1' };
    const web = await startServer(folder.path, { ...environment, VIDIMUS_ROLE: 'web' });
    const workers = Array.from({ length: count }, () =>
      spawn(process.execPath, [CLI, 'serve', '--role', 'worker'], {
        env: { ...process.env, ...environment, VIDIMUS_DATA: folder.path },
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    await walksTogether(web, photo, { atOnce: count, walks: count * 2 });
    const { perMinute } = await walksTogether(web, photo, { atOnce: AT_ONCE, walks: WALKS });
    rows.push(`| ${count} | ${perMinute.toFixed(1)} |`);
    const ended = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
    for (const worker of workers) worker.kill('SIGTERM');
    await Promise.all(ended);
    await web.stop();
    await folder.remove();
  }
  return rows;
}
