import type { Runtime } from '../runtime.ts';
import { dayOfWeek } from './calendar.ts';
import { FeelContext } from './context.ts';
import { FeelNumber } from './number.ts';
import { FeelRange } from './range.ts';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  NANOS_PER_SECOND,
  offsetSecondsOf,
} from './temporal.ts';
import { isList, typeOf, type Value } from './value.ts';

type Property = (name: string) => Value | undefined;

function number(value: number | bigint): Value {
  return new FeelNumber(value.toString());
}

function dayProperty({ day }: FeelDate | FeelDateTime): Property {
  return (name) => {
    if (name === 'year') return number(day.year);
    if (name === 'month') return number(day.month);
    if (name === 'day') return number(day.day);
    return name === 'weekday' ? number(dayOfWeek(day)) : undefined;
  };
}

function timeProperty(time: FeelTime, offset: () => number): Property {
  return (name) => {
    if (name === 'hour') return number(Math.floor(time.secondOfDay / 3600));
    if (name === 'minute') return number(Math.floor(time.secondOfDay / 60) % 60);
    if (name === 'second') return number(time.secondOfDay % 60);
    if (name === 'timezone') return time.zone?.kind === 'region' ? time.zone.id : null;
    if (name !== 'time offset') return undefined;
    return time.zone === null ? null : new DaysDuration(BigInt(offset()) * NANOS_PER_SECOND);
  };
}

function daysProperty({ nanos }: DaysDuration): Property {
  const seconds = nanos / NANOS_PER_SECOND;
  return (name) => {
    if (name === 'days') return number(seconds / 86_400n);
    if (name === 'hours') return number((seconds / 3600n) % 24n);
    if (name === 'minutes') return number((seconds / 60n) % 60n);
    return name === 'seconds' ? number(seconds % 60n) : undefined;
  };
}

function monthsProperty({ months }: MonthsDuration): Property {
  return (name) => {
    if (name === 'years') return number(Math.trunc(months / 12));
    return name === 'months' ? number(months % 12) : undefined;
  };
}

function rangeProperty(range: FeelRange): Property {
  const isEqual = range.form === 'equal';
  return (name) => {
    if (name === 'start') return range.start ?? null;
    if (name === 'end') return (isEqual ? range.start : range.end) ?? null;
    if (name === 'start included') return isEqual || range.isStartIncluded;
    return name === 'end included' ? isEqual || range.isEndIncluded : undefined;
  };
}

function propertiesOf(value: Value): Property {
  if (value instanceof FeelDate) return dayProperty(value);
  if (value instanceof FeelTime) {
    const midnight = { year: 1970, month: 1, day: 1 };
    return timeProperty(value, () => offsetSecondsOf(new FeelDateTime(midnight, value)));
  }
  if (value instanceof FeelDateTime) {
    const ofTime = timeProperty(value.time, () => offsetSecondsOf(value));
    return (name) => dayProperty(value)(name) ?? ofTime(name);
  }
  if (value instanceof DaysDuration) return daysProperty(value);
  if (value instanceof MonthsDuration) return monthsProperty(value);
  return value instanceof FeelRange ? rangeProperty(value) : () => undefined;
}

/** `value.name`; of a list, the property of each item. Null with a warning where there is none. */
export function propertyOf(value: Value, name: string, run: Runtime): Value {
  if (value instanceof FeelContext) {
    const entry = value.get(name);
    if (entry !== undefined) return entry;
    return run.warn('NO_CONTEXT_ENTRY_FOUND', `No context entry found with key '${name}'`);
  }
  if (isList(value)) {
    run.spend(value.length);
    return value.map((each) => propertyOf(each, name, run));
  }
  const property = propertiesOf(value)(name);
  if (property !== undefined) return property;
  return run.warn('NO_PROPERTY_FOUND', `No property found with name '${name}' of ${typeOf(value)}`);
}
