import type { InstanceCreated, InstanceEnded } from '../records/index.ts';
import type { InstanceState } from './instance.ts';

/** The state of an instance about which nothing but its creation is known. */
export function createState(event: InstanceCreated): InstanceState {
  return {
    key: event.processInstanceKey,
    definition: event.definition,
    origin: event.origin,
    elements: new Map(),
    jobs: new Map(),
    timers: new Map(),
    subscriptions: new Map(),
    incidents: new Map(),
    variableBytes: 0,
  };
}

/** Marks the instance as ended; its root variables stay readable. */
export function applyInstanceEnded(state: InstanceState, event: InstanceEnded): void {
  state.outcome = event.outcome;
}
