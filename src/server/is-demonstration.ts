/** Whether this is the demonstration: it signs people in by one press and keeps its mail. Only ever because DEMO was set to 1. */
export function isDemonstration(): boolean {
  return process.env.DEMO === '1';
}
