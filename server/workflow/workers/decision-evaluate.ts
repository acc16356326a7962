import { randomUUID } from 'node:crypto';
import type { Deps } from '../../usecases/deps.ts';
import { handleServiceJob } from '../../usecases/handle-service-job.ts';
import type { DecisionResult } from '../../usecases/ports/workflow-engine.ts';
import type { ActivatedJob, EngineClient } from '../engine-client.ts';

/**
 * `decision.evaluate`: asks the decision table that the header names, and keeps what went in, what
 * came out and which rules matched, so that a person can be told why.
 */
export function decisionWorker(deps: Deps, engine: EngineClient) {
  return async (job: ActivatedJob): Promise<void> => {
    const { decision } = job.headers;
    if (decision === undefined) {
      throw new Error(`Expected '${job.elementId}' to have the header 'decision', but it has not`);
    }
    const answer = await engine.evaluateDecision(decision, job.variables);
    if (answer.failure !== null) {
      throw new Error(`Expected decision '${decision}' to answer, but: ${answer.failure}`);
    }
    await handleServiceJob(deps, job, async (tx, _, { caseRow, at }) => {
      await tx.insert('DecisionLog', { ...logOf(answer), caseId: caseRow.id, jobKey: job.key, at });
      return { result: answer.output };
    });
  };
}

function logOf(answer: DecisionResult) {
  const own = answer.evaluated.find(({ decisionId }) => decisionId === answer.decisionId);
  return {
    id: randomUUID(),
    decisionId: answer.decisionId,
    name: answer.name,
    decisionVersion: answer.version,
    inputs: answer.evaluated.flatMap(({ inputs }) => inputs),
    output: answer.output,
    matchedRules: own?.rules ?? [],
  };
}
