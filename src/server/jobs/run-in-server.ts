import { startJobs } from './runner';

/** Starts the jobs in the web server and ends them with it. A build runs none, and a server with JOBS=0 leaves them to another. */
export function runInServer(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build' || !process.env.DATABASE_URL || process.env.JOBS === '0') return;
  const jobs = startJobs();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void jobs.stop());
}
