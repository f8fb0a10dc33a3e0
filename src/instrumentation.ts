/** Called once when the server starts: the jobs run in it, so that there is one process to start and to watch. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build' || !process.env.DATABASE_URL) return;
  const { startJobs } = await import('./server/jobs/runner');
  const jobs = startJobs();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void jobs.stop());
}
