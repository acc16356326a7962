import type { ElementInstance } from '../state/instance.ts';
import type { Execution } from './execution.ts';

/**
 * Whether a token of the scope can still come over one of these flows: from an active element, or
 * from a token on its way, over flows and boundary events. Paths through the gateway itself do not
 * count: what passes it belongs to the next round.
 */
export function mayStillArrive(
  execution: Execution,
  scope: ElementInstance,
  gatewayId: string,
  missing: readonly string[],
): boolean {
  const wanted = new Set(missing);
  if (wanted.size === 0) return false;
  const seen = new Set<string>([gatewayId]);
  const open = originsOf(execution, scope, gatewayId);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const flowId of flowsBehind(execution, id)) {
      if (wanted.has(flowId)) return true;
      const targetId = execution.graph.flows.get(flowId)?.targetId;
      if (targetId !== undefined) open.push(targetId);
    }
  }
  return false;
}

/** Where tokens are: in active elements, on flows, and about to start handlers. */
function originsOf(execution: Execution, scope: ElementInstance, gatewayId: string): string[] {
  const { state, graph, queue } = execution;
  const active = [...scope.childKeys].flatMap((key) => state.elements.get(key)?.elementId ?? []);
  const onFlows = [...scope.tokens.keys()].flatMap((id) => graph.flows.get(id)?.targetId ?? []);
  const coming = queue.flatMap(({ work }) =>
    work.type === 'activate' && work.flowScopeKey === scope.key && work.flowId === undefined
      ? [work.elementId]
      : [],
  );
  return [...active, ...onFlows, ...coming].filter((id) => id !== gatewayId);
}

/** The flows that a token in this element can take, over its boundary events too. */
function flowsBehind({ graph }: Execution, elementId: string): readonly string[] {
  const element = graph.elements.get(elementId);
  if (element === undefined) return [];
  const attached = element.boundaryEventIds.flatMap((id) => graph.elements.get(id)?.outgoing ?? []);
  return [...element.outgoing, ...attached];
}
