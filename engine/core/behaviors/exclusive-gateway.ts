import { evaluateBoolean } from '../execution/evaluate.ts';
import type { Execution } from '../execution/execution.ts';
import type { ElementOf } from '../model/graph.ts';
import { type Failure, problem, type Result, success } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import type { Behavior } from './behavior.ts';

const NO_FLOW = {
  code: 'condition_error',
  message: 'Expected at least one condition to evaluate to true, or to have a default flow',
} as const;

/**
 * Takes the outgoing flow whose condition holds, else the default flow. Of several that hold it is
 * the one whose sequence flow stands last in the file, as the real broker does it.
 */
export const exclusiveGateway: Behavior<ElementOf<'exclusive_gateway'>> = {
  onActivate: () => success('complete'),

  flows(execution, element, instance) {
    if (element.outgoing.length === 0) return success([]);
    const conditions = [...element.outgoing].reverse();
    for (const flowId of conditions) {
      const taken = isTaken(execution, element, instance, flowId);
      if (!taken.ok) return taken;
      if (taken.value) return success([flowId]);
    }
    const { defaultFlowId } = element;
    return defaultFlowId === undefined ? problem(NO_FLOW) : success([defaultFlowId]);
  },
};

/** The default flow is not asked; a flow without a condition is the only one. */
function isTaken(
  execution: Execution,
  element: ElementOf<'exclusive_gateway'>,
  instance: ElementInstance,
  flowId: string,
): Result<boolean, Failure> {
  if (flowId === element.defaultFlowId) return success(false);
  const condition = execution.graph.flows.get(flowId)?.condition;
  if (condition === undefined) return success(true);
  return evaluateBoolean(execution, condition, instance.key);
}
