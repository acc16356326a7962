import type { Runtime } from '../runtime.ts';
import { compute } from './arithmetic.ts';
import { typeOf, type Value } from './value.ts';

/** The sum of numbers or of durations; null with a warning for anything else. */
export function add(items: readonly Value[], run: Runtime): Value {
  const [first = null, ...rest] = items;
  const type = typeOf(first);
  if (type !== 'number' && !type.endsWith('duration')) {
    return run.warn('INVALID_TYPE', `Expected numbers to add, but found ${type}`);
  }
  return rest.reduce<Value>((sum, item) => compute('+', sum, item, run), first);
}
