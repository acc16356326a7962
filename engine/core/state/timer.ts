import type { TimerEvent } from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { InstanceState } from './instance.ts';

/** Applies what happens to a timer. */
export function applyTimer(state: InstanceState, event: TimerEvent): void {
  if (event.type === 'timer_created') {
    const { timerKey: key, elementInstanceKey, elementId, dueAt, repetitions } = event;
    state.timers.set(key, { key, elementInstanceKey, elementId, dueAt, repetitions });
    elementInstance(state, elementInstanceKey).timerKeys.add(key);
    return;
  }
  const timer = state.timers.get(event.timerKey);
  if (timer === undefined) return;
  state.timers.delete(timer.key);
  state.elements.get(timer.elementInstanceKey)?.timerKeys.delete(timer.key);
}
