import { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { FeelContext } from './context.ts';
import { FeelRange } from './range.ts';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  type Temporal,
} from './temporal.ts';

type Call = (values: readonly Value[], run: Runtime) => Value;
type NamedCall = (names: readonly string[], values: readonly Value[], run: Runtime) => Value;

/** A FEEL function: built in, or defined in an expression or a knowledge model. */
export class FeelFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly call: Call;
  /** For functions with several signatures, where names choose among them. */
  readonly callNamed: NamedCall | undefined;

  constructor(name: string, parameters: readonly string[], call: Call, callNamed?: NamedCall) {
    this.name = name;
    this.parameters = parameters;
    this.call = call;
    this.callNamed = callNamed;
  }
}

export type List = readonly Value[];

export type Value =
  | null
  | boolean
  | string
  | Decimal
  | Temporal
  | List
  | FeelContext
  | FeelRange
  | FeelFunction;

export type ValueType =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'list'
  | 'context'
  | 'range'
  | 'function';

export function isList(value: Value): value is List {
  return Array.isArray(value);
}

function typeOfTemporal(value: Temporal): ValueType {
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDateTime) return 'date and time';
  return value instanceof DaysDuration ? 'days and time duration' : 'years and months duration';
}

/** The name of a value's type, as `instance of` uses it. */
export function typeOf(value: Value): ValueType {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (value instanceof Decimal) return 'number';
  if (isList(value)) return 'list';
  if (value instanceof FeelContext) return 'context';
  if (value instanceof FeelRange) return 'range';
  if (value instanceof FeelFunction) return 'function';
  return typeOfTemporal(value);
}

export function isTemporal(value: Value): value is Temporal {
  return (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof DaysDuration ||
    value instanceof MonthsDuration
  );
}
