import type { Deps } from './deps.ts';
import type { Transaction } from './ports/records.ts';
import type { FailedJobRow, OutboxRow } from './ports/task-rows.ts';

const ATTEMPTS_MIN = 3;
const SHOWN_MAX = 100;

/** Something that goes on only when an operator looks after it. */
export interface Incident {
  readonly key: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly jobType: string;
  readonly elementId: string;
  readonly message: string;
  readonly at: string;
}

type Trouble = Omit<Incident, 'caseNumber'>;

/** The jobs that the server gave up and the commands that the engine has not taken, newest first. */
export async function listIncidents(deps: Deps): Promise<Incident[]> {
  return deps.records.transaction(async (tx) => {
    const troubles = [...(await lostJobs(tx)), ...(await stuckCommands(tx))]
      .sort((a, b) => b.at.localeCompare(a.at))
      .slice(0, SHOWN_MAX);
    const ids = troubles.flatMap(({ caseId }) => caseId ?? []);
    const cases = await tx.find('CaseFile', { id: { $in: ids } });
    const numbers = new Map(cases.map(({ id, number }) => [id, number]));
    return troubles.map((one) => ({ ...one, caseNumber: numbers.get(one.caseId ?? '') ?? null }));
  });
}

// A job that was done after all, because somebody has resolved it, is no trouble any more.
async function lostJobs(tx: Transaction): Promise<Trouble[]> {
  const newest = { orderBy: { failedAt: 'desc' }, limit: SHOWN_MAX } as const;
  const rows = await tx.find('FailedJob', {}, newest);
  const jobKeys = { jobKey: { $in: rows.map(({ jobKey }) => jobKey) } };
  const done = [...(await tx.find('HandledJob', jobKeys)), ...(await tx.find('Task', jobKeys))];
  const doneKeys = new Set(done.map(({ jobKey }) => jobKey));
  return rows.filter(({ jobKey }) => !doneKeys.has(jobKey)).map(troubleOfJob);
}

function troubleOfJob({ jobKey, type, failedAt, ...row }: FailedJobRow): Trouble {
  const { caseId, elementId, message } = row;
  return {
    key: `job:${jobKey}`,
    caseId,
    jobType: type,
    elementId,
    message,
    at: failedAt.toISOString(),
  };
}

async function stuckCommands(tx: Transaction): Promise<Trouble[]> {
  const rows = await tx.find(
    'Outbox',
    { sentAt: null, attempts: { $gte: ATTEMPTS_MIN } },
    { orderBy: { createdAt: 'desc' }, limit: SHOWN_MAX },
  );
  return rows.map(troubleOfCommand);
}

function troubleOfCommand({ key, caseId, kind, outcome, createdAt }: OutboxRow): Trouble {
  return {
    key,
    caseId,
    jobType: kind,
    elementId: '',
    message: outcome ?? '',
    at: createdAt.toISOString(),
  };
}
