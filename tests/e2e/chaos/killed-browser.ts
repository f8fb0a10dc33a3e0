import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';

/** A browser with a profile on the disk, that can be killed as when the power goes, and opened again. */
export interface KilledBrowser {
  open: () => Promise<BrowserContext>;
  kill: () => Promise<void>;
  remove: () => void;
}

export function browserToKill(baseURL: string): KilledBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'critical-friend-browser-'));
  const options = { baseURL, ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] };
  return {
    open: async () => {
      rmSync(join(folder, 'SingletonLock'), { force: true });
      return chromium.launchPersistentContext(folder, options);
    },
    kill: async () => {
      for (const pid of processesOf(folder)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It went with its parent.
        }
      }
      while (processesOf(folder).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** Those that were started with this profile. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}`) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}
