import assert from 'node:assert/strict';
import type { MultiInstanceEvent } from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { InstanceState } from './instance.ts';

/** Applies what happens to a multi-instance body. */
export function applyMultiInstance(state: InstanceState, event: MultiInstanceEvent): void {
  const body = elementInstance(state, event.elementInstanceKey);
  if (event.type === 'loop_started') {
    body.loop = {
      size: event.size,
      ...(event.items === undefined ? {} : { items: event.items }),
      ...(event.outputCollection === undefined ? {} : { outputCollection: event.outputCollection }),
      created: 0,
      completed: 0,
      terminated: 0,
      cutShort: false,
      outputs: new Map(),
    };
    return;
  }
  assert(body.loop, `Expected element instance ${body.key} to have a loop, but it has none`);
  if (event.type === 'loop_cut_short') body.loop.cutShort = true;
  else body.loop.outputs.set(event.index, event.value);
}
