import type { Deps } from './deps.ts';
import { enqueue } from './outbox.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';

/** A job of the engine that the server does itself. */
export interface ServiceJob {
  readonly key: string;
  readonly type: string;
  readonly elementId: string;
  readonly processInstanceKey: string;
  readonly bpmnProcessId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonRecord;
}

/** What a kind of service job does to the case; it answers the variables for the engine. */
export type ServiceWork = (
  tx: Transaction,
  deps: Deps,
  job: ServiceJob & { readonly caseRow: CaseRow; readonly at: Date },
) => Promise<JsonRecord>;

/** Does a service job once: a job that is delivered again finds its effect and changes nothing. */
export async function handleServiceJob(
  deps: Deps,
  job: ServiceJob,
  work: ServiceWork,
): Promise<void> {
  await deps.records.transaction(async (tx) => {
    if ((await tx.one('HandledJob', { jobKey: job.key })) !== undefined) return;
    const caseRow = await lockCase(tx, job);
    const at = new Date(deps.clock.now());
    const result = await work(tx, deps, { ...job, caseRow, at });
    await tx.insert('HandledJob', {
      jobKey: job.key,
      type: job.type,
      caseId: caseRow.id,
      processInstanceKey: job.processInstanceKey,
      bpmnProcessId: job.bpmnProcessId,
      elementId: job.elementId,
      result,
      handledAt: at,
    });
    await enqueue(tx, deps, `complete:${job.key}`, {
      kind: 'complete_job',
      jobKey: job.key,
      variables: result,
      caseId: caseRow.id,
    });
    tx.audit({
      at,
      actorId: null,
      capacity: null,
      unitCode: null,
      action: job.type,
      object: `proc:${caseRow.processKey}/step:${job.elementId}`,
      caseId: caseRow.id,
      result: 'ok',
      purpose: null,
      detail: { jobKey: job.key },
    });
  });
}

async function lockCase(tx: Transaction, job: ServiceJob): Promise<CaseRow> {
  const { caseId } = job.variables;
  const caseRow =
    typeof caseId === 'string'
      ? await tx.one('CaseFile', { id: caseId }, { lock: true })
      : undefined;
  if (caseRow !== undefined) return caseRow;
  throw new Error(
    `Expected job '${job.key}' of '${job.elementId}' to name a case, but it does not`,
  );
}
