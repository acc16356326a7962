import { success } from '../core/records/index.ts';
import { activateJob } from './activate-job.ts';
import type { Batch } from './batch.ts';
import { checkSelection } from './handlers/activate-jobs.ts';
import type { Reply } from './reply.ts';
import type { ActivatedJob, JobSelection } from './requests.ts';

/** The client of a stream. */
export interface JobReceiver {
  /** False while the client reads too slowly, or is gone. */
  isReady(): boolean;
  /** Takes a job to the client; false when it has gone meanwhile. */
  push(job: ActivatedJob): boolean;
}

interface JobStream {
  readonly selection: JobSelection;
  readonly receiver: JobReceiver;
}

/** A job that is durable as leased to a stream, and goes out to it after the commit. */
interface Assignment {
  readonly stream: JobStream;
  readonly job: ActivatedJob;
}

/** The clients that jobs are pushed to, from the moment when they become activatable. */
export class JobStreams {
  readonly #byType = new Map<string, Set<JobStream>>();

  open(selection: JobSelection, receiver: JobReceiver): Reply<{ close(): void }> {
    const refused = checkSelection('stream activated jobs', selection);
    if (refused !== undefined) return refused;
    const stream: JobStream = { selection, receiver };
    const streams = this.#byType.get(selection.type) ?? new Set<JobStream>();
    this.#byType.set(selection.type, streams.add(stream));
    const close = () => {
      streams.delete(stream);
      if (streams.size === 0) this.#byType.delete(selection.type);
    };
    return success({ close });
  }

  /** Leases what a batch has made activatable to streams of its type, one after the other. */
  async assign(batch: Batch): Promise<readonly Assignment[]> {
    const assignments: Assignment[] = [];
    for (const row of batch.offered()) {
      const streams = this.#byType.get(row.type);
      const stream = [...(streams ?? [])].find(({ receiver }) => receiver.isReady());
      if (streams === undefined || stream === undefined) continue;
      // The one that was served moves to the end of the queue.
      streams.delete(stream);
      streams.add(stream);
      const job = await activateJob(batch, row, stream.selection);
      if (job !== undefined) assignments.push({ stream, job });
    }
    return assignments;
  }

  /** Pushes durable assignments; gives back the jobs that nobody could take. */
  deliver(assignments: readonly Assignment[]): readonly ActivatedJob[] {
    return assignments.flatMap(({ stream, job }) => (stream.receiver.push(job) ? [] : [job]));
  }
}
