import type { Deps } from '../usecases/deps.ts';
import { noteFailedJob } from '../usecases/note-failed-job.ts';
import { CancelledTaskProbe } from './cancelled-task-probe.ts';
import { DeadlineWatch } from './deadline-watch.ts';
import type { ActivatedJob, EngineClient } from './engine-client.ts';
import { JobLoop } from './job-loop.ts';
import type { Log } from './log.ts';
import { OutboxSender } from './outbox-sender.ts';
import { makeWorkers } from './workers/index.ts';

/** Everything that runs between the server and the engine. */
export interface Workflow {
  /** Tells the sender of the outbox that there is something to send. */
  wakeOutbox(): void;
  start(deps: Deps): void;
  stop(): Promise<void>;
}

interface Running {
  readonly sender: OutboxSender;
  readonly parts: readonly { start(): void; stop(): Promise<void> }[];
}

/** Makes the loops; they start once the use cases are wired. */
export function makeWorkflow(engine: EngineClient, log: Log): Workflow {
  let running: Running | undefined;
  return {
    wakeOutbox: () => running?.sender.wake(),
    start: (deps) => {
      const { records, clock } = deps;
      const probe = new CancelledTaskProbe({ records, engine, clock, log });
      const onMoved = (caseId: string) => probe.request(caseId);
      const sender = new OutboxSender({ records, engine, log, onMoved });
      const onJob = (caseId: string) => probe.look(caseId);
      const onLost = (job: ActivatedJob, message: string) =>
        noteFailedJob(deps, { ...job, message });
      const loops = [...makeWorkers(deps, engine)].map(
        ([type, handle]) =>
          new JobLoop({ type, engine, log, handle: noticing(handle, onJob), onLost }),
      );
      const watch = new DeadlineWatch(deps, log);
      running = { sender, parts: [sender, probe, watch, ...loops] };
      for (const part of running.parts) part.start();
    },
    stop: async () => {
      await Promise.all((running?.parts ?? []).map((part) => part.stop()));
    },
  };
}

type Handler = ConstructorParameters<typeof JobLoop>[0]['handle'];

// A job may be the first step behind an event that cancelled tasks of its case.
function noticing(handle: Handler, onJob: (caseId: string) => void): Handler {
  return async (job) => {
    await handle(job);
    const { caseId } = job.variables;
    if (typeof caseId === 'string') onJob(caseId);
  };
}
