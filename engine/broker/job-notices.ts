/** One long poll. It keeps its place in the queue of its type from `join` to `leave`. */
export interface JobWaiter {
  /** True when jobs of the type may be there; false when the time is up or the caller gone. */
  wait(withinMs: number, signal: AbortSignal): Promise<boolean>;
  leave(): void;
}

interface Place {
  /** Jobs became available while the caller was busy asking. */
  isMissed: boolean;
  wake: (() => void) | undefined;
}

/** The long polls that wait for jobs, first come first served within a job type. */
export class JobNotices {
  readonly #queues = new Map<string, Set<Place>>();

  /** Takes a place; from now on no notice is missed. */
  join(type: string): JobWaiter {
    const place: Place = { isMissed: false, wake: undefined };
    const queue = this.#queues.get(type) ?? new Set<Place>();
    this.#queues.set(type, queue.add(place));
    const leave = () => {
      queue.delete(place);
      if (queue.size === 0 && this.#queues.get(type) === queue) this.#queues.delete(type);
    };
    return { wait: (withinMs, signal) => wait(place, withinMs, signal), leave };
  }

  /** Tells as many waiting polls as there are jobs. */
  notify(type: string, jobs: number): void {
    let rest = jobs;
    for (const place of this.#queues.get(type) ?? []) {
      if (rest === 0) return;
      if (place.wake === undefined) {
        place.isMissed = true;
        continue;
      }
      place.wake();
      rest -= 1;
    }
  }
}

function wait(place: Place, withinMs: number, signal: AbortSignal): Promise<boolean> {
  if (place.isMissed) {
    place.isMissed = false;
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    const end = (isWoken: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      place.wake = undefined;
      resolve(isWoken);
    };
    const giveUp = () => end(false);
    const timer = setTimeout(giveUp, withinMs);
    signal.addEventListener('abort', giveUp, { once: true });
    place.wake = () => end(true);
  });
}
