import type { Lookup } from '../public.ts';
import type { Runtime } from '../runtime.ts';
import { type Scope, VariablesScope } from '../scope.ts';
import { coerce } from '../type-model/coerce.ts';
import type { FeelType } from '../type-model/feel-type.ts';
import { FeelContext } from '../values/context.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../values/temporal.ts';
import { isList, type Value } from '../values/value.ts';

const readers: ReadonlyMap<string, (text: string) => Value | undefined> = new Map<
  string,
  (text: string) => Value | undefined
>([
  ['date', parseDate],
  ['time', parseTime],
  ['date and time', parseDateTime],
  ['days and time duration', parseDuration],
  ['years and months duration', parseDuration],
]);

function readText(text: string, type: FeelType): Value {
  if (type.kind === 'duration') return parseDuration(text) ?? text;
  const reader = type.kind === 'simple' ? readers.get(type.name) : undefined;
  return reader?.(text) ?? text;
}

/** JSON has no dates: text where the model asks for a date or a duration becomes one. */
export function readInput(value: Value, type: FeelType, run: Runtime): Value {
  run.spend(1);
  if (typeof value === 'string') return readText(value, type);
  if (isList(value) && type.kind === 'list') {
    return value.map((each) => readInput(each, type.item, run));
  }
  if (value instanceof FeelContext && type.kind === 'context') {
    const types = new Map(type.entries);
    return new FeelContext(
      value.entries().map(([key, entry]) => {
        const entryType = types.get(key);
        return [key, entryType === undefined ? entry : readInput(entry, entryType, run)] as const;
      }),
    );
  }
  return coerce(value, type, run) ?? value;
}

/** The variables a decision is evaluated with, read as the types of the model's input data. */
export class InputScope implements Scope {
  readonly #variables: VariablesScope;
  readonly #types: ReadonlyMap<string, FeelType>;
  readonly #run: Runtime;
  readonly #read = new Map<string, Value>();

  constructor(variables: Lookup, types: ReadonlyMap<string, FeelType>, run: Runtime) {
    this.#variables = new VariablesScope(variables);
    this.#types = types;
    this.#run = run;
  }

  lookup(name: string): Value | undefined {
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const value = this.#variables.lookup(name);
    const type = this.#types.get(name);
    if (value === undefined || type === undefined) return value;
    const read = readInput(value, type, this.#run);
    this.#read.set(name, read);
    return read;
  }
}
