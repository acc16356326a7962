import { evaluateBoolean } from '../execution/evaluate.ts';
import type { Execution } from '../execution/execution.ts';
import { mayStillArrive } from '../execution/reachability.ts';
import type { ElementOf } from '../model/graph.ts';
import { type Failure, problem, type Result, success } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import type { Behavior } from './behavior.ts';

const NO_FLOW = {
  code: 'condition_error',
  message: 'Expected at least one condition to evaluate to true, or to have a default flow',
} as const;

/**
 * Forks into every flow whose condition holds, else the default flow. Joins when no token inside
 * the scope can still come to an incoming flow that has none yet. That is asked on arrival, and
 * again whenever a token of the scope ends elsewhere (see execution/settle.ts).
 */
export const inclusiveGateway: Behavior<ElementOf<'inclusive_gateway'>> = {
  join(execution, element, scope) {
    const present = element.incoming.filter((flowId) => scope.tokens.has(flowId));
    if (present.length === 0) return undefined;
    const missing = element.incoming.filter((flowId) => !scope.tokens.has(flowId));
    return mayStillArrive(execution, scope, element.id, missing) ? undefined : present;
  },

  onActivate: () => success('complete'),

  flows(execution, element, instance) {
    const { defaultFlowId, outgoing } = element;
    const taken: string[] = [];
    for (const flowId of outgoing) {
      const holds = conditionHolds(execution, instance, flowId, defaultFlowId);
      if (!holds.ok) return holds;
      if (holds.value) taken.push(flowId);
    }
    if (taken.length > 0 || outgoing.length === 0) return success(taken);
    return defaultFlowId === undefined ? problem(NO_FLOW) : success([defaultFlowId]);
  },
};

function conditionHolds(
  execution: Execution,
  instance: ElementInstance,
  flowId: string,
  defaultFlowId: string | undefined,
): Result<boolean, Failure> {
  if (flowId === defaultFlowId) return success(false);
  const condition = execution.graph.flows.get(flowId)?.condition;
  return condition === undefined
    ? success(true)
    : evaluateBoolean(execution, condition, instance.key);
}
