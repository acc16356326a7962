import type { Environment } from '../core/environment.ts';
import type { Batch } from './batch.ts';
import { referenceTo } from './processes.ts';

/** What the commands of a batch may know of the world. */
export function environmentOf(batch: Batch): Environment {
  const { keys, processes, decisions, zone } = batch.context;
  return {
    now: batch.now,
    zone,
    nextKey: () => keys.next(),
    process: (bpmnProcessId) => {
      const row = processes.latest(bpmnProcessId);
      return row === undefined ? undefined : referenceTo(row);
    },
    decide: (decisionId, variables) =>
      decisions.decide(decisionId, variables, { now: batch.now, zone }),
  };
}
