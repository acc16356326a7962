import type { Runtime } from '../runtime.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../values/temporal.ts';
import { isList, type Value } from '../values/value.ts';
import { UTC } from '../values/zone.ts';
import { conforms, type FeelType } from './feel-type.ts';

/**
 * Fits a value to a type as FEEL does implicitly: a list of one where one is asked for, one
 * where a list is asked for, a date where a date and time is. Undefined where nothing fits.
 */
export function coerce(value: Value, type: FeelType, run: Runtime): Value | undefined {
  if (conforms(value, type, run)) return value;
  if (type.kind === 'list' && !isList(value) && conforms(value, type.item, run)) return [value];
  if (isList(value) && value.length === 1 && type.kind !== 'list') {
    const [only = null] = value;
    return coerce(only, type, run);
  }
  if (value instanceof FeelDate && type.kind === 'simple' && type.name === 'date and time') {
    return new FeelDateTime(value.day, new FeelTime(0, 0, UTC));
  }
  return undefined;
}
