import type { Transaction } from './ports/records.ts';

/** Where a job comes from. */
export interface JobOrigin {
  readonly processInstanceKey: string;
  readonly bpmnProcessId: string;
  readonly definitionVersion: number;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Notes which process instance carries a case; its first job tells. */
export async function noteInstance(tx: Transaction, job: JobOrigin, at: Date): Promise<void> {
  const { processInstanceKey, bpmnProcessId, definitionVersion } = job;
  const { caseId } = job.variables;
  if (typeof caseId !== 'string') return;
  // Two jobs of a new instance may come at once; the second finds the row.
  await tx.query(
    `insert into case_instance
       (process_instance_key, case_id, bpmn_process_id, definition_version, started_at)
     values (?, ?, ?, ?, ?) on conflict do nothing`,
    [processInstanceKey, caseId, bpmnProcessId, definitionVersion, at],
  );
}
