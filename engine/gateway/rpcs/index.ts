import type { StreamRpc, UnaryRpc } from '../rpc.ts';
import { activateJobs } from './activate-jobs.ts';
import { cancelProcessInstance } from './cancel-process-instance.ts';
import { completeJob } from './complete-job.ts';
import { createProcessInstance } from './create-process-instance.ts';
import { createProcessInstanceWithResult } from './create-process-instance-with-result.ts';
import { deployProcess } from './deploy-process.ts';
import { deployResource } from './deploy-resource.ts';
import { evaluateDecision } from './evaluate-decision.ts';
import { failJob } from './fail-job.ts';
import { publishMessage } from './publish-message.ts';
import { resolveIncident } from './resolve-incident.ts';
import { setVariables } from './set-variables.ts';
import { streamActivatedJobs } from './stream-activated-jobs.ts';
import { throwError } from './throw-error.ts';
import { topology } from './topology.ts';
import { updateJobRetries } from './update-job-retries.ts';
import { updateJobTimeout } from './update-job-timeout.ts';

/** The calls that this engine serves; every other call of the protocol answers UNIMPLEMENTED. */
export const rpcs: readonly (UnaryRpc | StreamRpc)[] = [
  activateJobs,
  cancelProcessInstance,
  completeJob,
  createProcessInstance,
  createProcessInstanceWithResult,
  deployProcess,
  deployResource,
  evaluateDecision,
  failJob,
  publishMessage,
  resolveIncident,
  setVariables,
  streamActivatedJobs,
  throwError,
  topology,
  updateJobRetries,
  updateJobTimeout,
];
