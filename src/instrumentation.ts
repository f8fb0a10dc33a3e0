/** Called once when the server starts: the jobs run in it, so that there is one process to start and to watch. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { runInServer } = await import('./server/jobs/run-in-server');
    runInServer();
  }
}
