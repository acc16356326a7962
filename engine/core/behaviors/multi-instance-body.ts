import { boundaryCatchers, openEvents } from '../execution/events.ts';
import { append, type Execution, enqueue, send } from '../execution/execution.ts';
import { MULTI_INSTANCE_CHUNK, MULTI_INSTANCE_MAX } from '../execution/limits.ts';
import { outputList } from '../execution/lookup.ts';
import { enqueueInner, readCollection } from '../execution/loop.ts';
import { propagate } from '../execution/variables.ts';
import type { GraphElement, MultiInstance } from '../model/graph.ts';
import { type Failure, type JsonValue, problem, type Result, success } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import type { Behavior } from './behavior.ts';

/**
 * Stands around the instances of a multi-instance activity and shares their element id. Large
 * parallel loops are created in chunks, one step each.
 */
export const multiInstanceBody: Behavior<GraphElement> = {
  onActivate(execution, element, instance) {
    const { multiInstance } = element;
    if (multiInstance === undefined) return success('complete');
    const items = readItems(execution, multiInstance, instance);
    if (!items.ok) return items;
    const opened = openEvents(execution, instance, boundaryCatchers(execution, instance));
    if (!opened.ok) return opened;
    start(execution, multiInstance, instance, items.value);
    return success(items.value.length === 0 ? 'complete' : 'wait');
  },

  onComplete(execution, element, instance) {
    const name = element.multiInstance?.outputCollection;
    if (name !== undefined && instance.flowScopeKey !== undefined) {
      propagate(execution, instance.flowScopeKey, { [name]: outputList(instance) });
    }
    return success(undefined);
  },

  onChildEnded(execution, _element, instance) {
    const { loop } = instance;
    if (loop === undefined || instance.childKeys.size > 0) return;
    if (loop.cutShort || loop.created >= loop.size) {
      enqueue(execution, { type: 'complete', key: instance.key });
    }
  },
};

/** Puts the next chunk of a parallel body into the queue. */
export function enqueueChunk(execution: Execution, body: ElementInstance): void {
  const { loop, key: elementInstanceKey } = body;
  if (loop?.items === undefined || loop.cutShort) return;
  const end = Math.min(loop.created + MULTI_INSTANCE_CHUNK, loop.size);
  for (let index = loop.created; index < end; index += 1) {
    enqueueInner(execution, body, { counter: index + 1, item: loop.items[index] ?? null });
  }
  if (end < loop.size) {
    send(execution, execution.state.key, { type: 'continue_multi_instance', elementInstanceKey });
  }
}

function readItems(
  execution: Execution,
  multiInstance: MultiInstance,
  body: ElementInstance,
): Result<readonly JsonValue[], Failure> {
  const items = readCollection(execution, multiInstance, body);
  if (!items.ok || items.value.length <= MULTI_INSTANCE_MAX) return items;
  const message =
    `Expected at most ${MULTI_INSTANCE_MAX} items in the input collection, ` +
    `but there are ${items.value.length}`;
  return problem({ code: 'extract_value_error', message });
}

function start(
  execution: Execution,
  { sequential, outputCollection }: MultiInstance,
  body: ElementInstance,
  items: readonly JsonValue[],
): void {
  append(execution, {
    type: 'loop_started',
    elementInstanceKey: body.key,
    size: items.length,
    ...(sequential ? {} : { items }),
    ...(outputCollection === undefined ? {} : { outputCollection }),
  });
  if (!sequential) enqueueChunk(execution, body);
  else if (items.length > 0) enqueueInner(execution, body, { counter: 1, item: items[0] ?? null });
}
