import { activate, enter } from './activate.ts';
import { complete } from './complete.ts';
import type { Execution, Work } from './execution.ts';
import { STEPS_WITHOUT_WAIT_MAX, WORK_MAX } from './limits.ts';
import { terminate } from './terminate.ts';

/** Works until the instance waits: the queue is empty, and no inclusive join can go on. */
export function run(execution: Execution): void {
  const { queue } = execution;
  let done = 0;
  do {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      done += 1;
      execution.depth = done > WORK_MAX ? STEPS_WITHOUT_WAIT_MAX + 1 : next.depth;
      doWork(execution, next.work);
    }
  } while (askInclusiveJoins(execution));
}

/**
 * A token that ended or turned elsewhere may be the one that an inclusive join waited for. When
 * nothing moves any more, each join with a token is asked again.
 */
function askInclusiveJoins(execution: Execution): boolean {
  const { graph, state } = execution;
  if (graph.inclusiveJoinIds.length === 0 || state.outcome !== undefined) return false;
  const before = execution.events.length;
  for (const scope of [...state.elements.values()]) {
    for (const flowId of [...scope.tokens.keys()]) {
      const elementId = graph.flows.get(flowId)?.targetId ?? '';
      if (!graph.inclusiveJoinIds.includes(elementId)) continue;
      activate(execution, { type: 'activate', elementId, flowScopeKey: scope.key, flowId });
    }
  }
  return execution.events.length > before;
}

function doWork(execution: Execution, work: Work): void {
  switch (work.type) {
    case 'activate':
      activate(execution, work);
      return;
    case 'reactivate':
      enter(execution, work.key);
      return;
    case 'complete':
      complete(execution, work.key);
      return;
    case 'terminate':
      terminate(execution, work.key);
      return;
    default:
      work satisfies never;
  }
}
