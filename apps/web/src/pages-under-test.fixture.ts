/** The pages as they are installed, in a real browser: `vidimus serve` in a process of its own, Chromium in front of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createVidimus, type VidimusClient } from '@vidimus/sdk';
import { type Browser, chromium } from 'playwright-core';
import { copyTestDirectory } from '../../server/src/db/test-database.fixture.ts';
import { freePort } from '../../server/src/free-port.fixture.ts';

export { accessibilityFaults } from '../../../packages/ui/src/accessibility-faults.fixture.ts';

const CHROMIUM = process.env.VIDIMUS_CHROMIUM ?? '/usr/bin/chromium';
const ROOT = join(import.meta.dirname, '..', '..', '..');
const ENDS_WITH_ITS_PARENT = join(ROOT, 'apps', 'server', 'src', 'ends-with-its-parent.fixture.ts');

/** Into the environment of a server whose time is to pass; see `quarterHourLater`. */
export const PASSING_TIME = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'later.fixture.ts')}` };

/** In CI a browser that is missing is a fault of the machine, and the suite fails; elsewhere it counts as skipped. */
export const WITHOUT_BROWSER = !existsSync(CHROMIUM) && process.env.CI === undefined;

export type PagesUnderTest = {
  readonly url: string;
  /** The demonstration company, by its test key: the real engine on specimens. */
  readonly vidimus: VidimusClient;
  readonly liveVidimus: VidimusClient;
  readonly policy: string;
  /** For the owner's first sign-in. */
  readonly invitation: string;
  readonly dataDirectory: string;
  /**
   * A browser; `camera` is a `.mjpeg` or `.y4m` file that its camera shows, without one there is no camera. Nobody is there
   * to be asked: pages have it allowed, or `denied`.
   */
  readonly openBrowser: (camera?: string, permission?: 'allowed' | 'denied') => Promise<Browser>;
  /** Kills the processes that read photographs, as a machine that runs out of memory would. Linux. */
  readonly killEngine: () => void;
  /** Moves the clock of a server with `PASSING_TIME` on. The browser's stays. */
  readonly quarterHourLater: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts everything; some seconds. The pages must be built (`npm test` does). `environment` adds to that of the server. */
export async function openPagesUnderTest(environment: Readonly<Record<string, string>> = {}): Promise<PagesUnderTest> {
  if (!existsSync(join(ROOT, 'apps', 'web', 'build', 'server', 'index.js'))) {
    throw new Error('the pages are not built: npm test builds them, node scripts/build-pages.ts too');
  }
  const dataDirectory = await copyTestDirectory();
  const port = await freePort();
  const program = [`--import=${ENDS_WITH_ITS_PARENT}`, join(ROOT, 'apps', 'cli', 'vidimus.mjs')];
  const server = spawn(process.execPath, [...program, 'serve', '--demonstration'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, VIDIMUS_DATA: dataDirectory, PORT: String(port), VIDIMUS_READERS: '1', ...environment },
  });
  const { stdout, stderr } = server;
  if (stdout === null || stderr === null) throw new Error('what the server says cannot be heard');
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  let said = '';
  stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Vidimus is ready')) resolve();
    });
    void ended.then(() => reject(new Error(`the server did not start:\n${said}`)));
  });
  const { policy, test_key, live_key, invitation } = JSON.parse(
    readFileSync(join(dataDirectory, 'demonstration.json'), 'utf8'),
  );
  const url = `http://localhost:${port}`;
  const browsers: Browser[] = [];
  return {
    url,
    vidimus: createVidimus({ baseUrl: url, key: test_key }),
    liveVidimus: createVidimus({ baseUrl: url, key: live_key }),
    policy,
    invitation,
    dataDirectory,
    openBrowser: async (camera, permission = 'allowed') => {
      const browser = await launch(camera, permission);
      browsers.push(browser);
      return browser;
    },
    killEngine: () => {
      for (const pid of childrenOf(server.pid)) if (isReader(pid)) process.kill(pid, 'SIGKILL');
    },
    quarterHourLater: async () => {
      const told = once(stderr, 'data');
      server.kill('SIGUSR2');
      await told;
    },
    close: async () => {
      for (const browser of browsers) await browser.close();
      server.kill('SIGTERM');
      await ended;
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

function launch(camera: string | undefined, permission: 'allowed' | 'denied'): Promise<Browser> {
  const cameraArgs =
    camera === undefined
      ? []
      : [
          ...(permission === 'allowed' ? ['--use-fake-ui-for-media-stream'] : []),
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${camera}`,
        ];
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...cameraArgs],
  });
}

function childrenOf(pid: number | undefined): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

function isReader(pid: number): boolean {
  const path = `/proc/${pid}/cmdline`;
  return existsSync(path) && readFileSync(path, 'utf8').includes('reader-main');
}
