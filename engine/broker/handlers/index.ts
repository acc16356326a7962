import type { RequestType } from '../requests.ts';
import { activateJobs } from './activate-jobs.ts';
import { cancelInstance } from './cancel-instance.ts';
import { completeJob } from './complete-job.ts';
import { createInstance, createInstanceWithResult } from './create-instance.ts';
import { deployResources } from './deploy-resources.ts';
import { evaluateDecision } from './evaluate-decision.ts';
import { failJob } from './fail-job.ts';
import type { Handler } from './handler.ts';
import { publishMessage } from './publish-message.ts';
import { resolveIncident } from './resolve-incident.ts';
import { setVariables } from './set-variables.ts';
import { throwError } from './throw-error.ts';
import { updateJobRetries } from './update-job-retries.ts';
import { updateJobTimeout } from './update-job-timeout.ts';
import { yieldJobs } from './yield-jobs.ts';

/** A handler for every request. */
export const handlers: { readonly [Type in RequestType]: Handler<Type> } = {
  deploy_resources: deployResources,
  create_instance: createInstance,
  create_instance_with_result: createInstanceWithResult,
  cancel_instance: cancelInstance,
  activate_jobs: activateJobs,
  yield_jobs: yieldJobs,
  complete_job: completeJob,
  fail_job: failJob,
  throw_error: throwError,
  update_job_retries: updateJobRetries,
  update_job_timeout: updateJobTimeout,
  publish_message: publishMessage,
  set_variables: setVariables,
  resolve_incident: resolveIncident,
  evaluate_decision: evaluateDecision,
};
