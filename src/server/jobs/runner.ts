import { runnersRight } from './one-runner';
import { hasWork, runRound, type Rounds } from './round';

const LOOK_EVERY = 3_000;
const ASK_FOR_RIGHT_EVERY = 15_000;
const AFTER_TROUBLE = 30_000;

export interface Jobs {
  /** Resolves when the round under way has ended. */
  stop: () => Promise<void>;
}

/** Runs rounds for as long as this process may and is not told to stop. Of several processes one runs; another takes over when it ends. */
export function startJobs(now: () => Date = () => new Date()): Jobs {
  const right = runnersRight();
  const rounds: Rounds = { nightlyDoneOn: null };
  let stopped = false;
  let trouble = '';
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();

  const look = async (): Promise<number> => {
    try {
      if (!(await right.hold())) return ASK_FOR_RIGHT_EVERY;
      if (!(await hasWork(rounds, now()))) return LOOK_EVERY;
      const { failed, because } = await runRound(rounds, now());
      say(failed > 0 ? `${failed} ${failed === 1 ? 'message' : 'messages'} could not be handed over: ${because}` : '');
      return LOOK_EVERY;
    } catch (error) {
      if (!stopped) say(`The outbox pauses: ${error instanceof Error ? error.message : String(error)}`);
      return AFTER_TROUBLE;
    }
  };
  /** Once for each new trouble, not at every look. */
  const say = (sentence: string) => {
    if (sentence !== '' && sentence !== trouble) console.error(sentence);
    trouble = sentence;
  };
  const next = (pause: number) => {
    if (stopped) return;
    timer = setTimeout(() => {
      round = look().then(next);
    }, pause);
    timer.unref();
  };
  next(0);

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
      await right.release();
    },
  };
}
