import { throwError } from '../execution/errors.ts';
import { evaluateString } from '../execution/evaluate.ts';
import { append, type Execution, enqueue } from '../execution/execution.ts';
import { createJob } from '../execution/jobs.ts';
import type { ElementOf, EventDefinition } from '../model/graph.ts';
import { type Failure, type Result, success } from '../records/index.ts';
import { flowScope } from '../state/find.ts';
import type { ElementInstance } from '../state/instance.ts';
import type { Behavior, Progress } from './behavior.ts';

/** Uses up its token; a message end event is a job, a terminate end event empties its scope. */
export const endEvent: Behavior<ElementOf<'end_event'>> = {
  onActivate(execution, element, instance) {
    if (element.job !== undefined) return createJob(execution, instance, element.job);
    if (element.event.type === 'error') return throwAt(execution, instance, element.event);
    return success('complete');
  },

  flows(execution, element, instance) {
    if (element.event.type === 'terminate') emptyScope(execution, instance);
    return success([]);
  },
};

/** The error ends the token here, whether a catcher of this instance or a parent handles it. */
function throwAt(
  execution: Execution,
  instance: ElementInstance,
  event: Extract<EventDefinition, { readonly type: 'error' }>,
): Result<Progress, Failure> {
  const code =
    event.errorCode === undefined
      ? success('')
      : evaluateString(execution, event.errorCode, instance.key);
  if (!code.ok) return code;
  const variables = Object.fromEntries(instance.variables);
  const error = { errorCode: code.value, errorMessage: '', variables };
  const thrown = throwError(execution, instance, error);
  return thrown.ok ? success('wait') : thrown;
}

/** The scope completes in the usual way when the last of its elements has been stopped. */
function emptyScope(execution: Execution, instance: ElementInstance): void {
  const scope = flowScope(execution.state, instance);
  if (scope === undefined) return;
  append(execution, { type: 'sequence_flows_discarded', flowScopeKey: scope.key });
  for (const key of scope.childKeys) {
    if (key !== instance.key) enqueue(execution, { type: 'terminate', key });
  }
}
