import { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import type { FeelContext } from './context.ts';
import { FeelRange } from './range.ts';
import { formatTemporal } from './temporal.ts';
import { FeelFunction, isList, isTemporal, type Value } from './value.ts';

const NAME_PATTERN = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function rangeText(range: FeelRange, run: Runtime): string {
  if (range.form !== 'interval') {
    return `${range.form === 'equal' ? '=' : '!='} ${literalText(range.start ?? null, run)}`;
  }
  if (range.start === undefined) {
    return `${range.isEndIncluded ? '<=' : '<'} ${literalText(range.end ?? null, run)}`;
  }
  if (range.end === undefined) {
    return `${range.isStartIncluded ? '>=' : '>'} ${literalText(range.start, run)}`;
  }
  const ends = `${literalText(range.start, run)}..${literalText(range.end, run)}`;
  return `${range.isStartIncluded ? '[' : '('}${ends}${range.isEndIncluded ? ']' : ')'}`;
}

/** The text of a value inside a list or a context: strings are quoted there. */
function literalText(value: Value, run: Runtime): string {
  return typeof value === 'string' ? quote(value) : valueText(value, run);
}

/** The text that `string()` gives; a function has none worth showing. */
export function valueText(value: Value, run: Runtime): string {
  run.spend(1);
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Decimal) return value.isZero() ? '0' : value.toFixed();
  if (isTemporal(value)) return formatTemporal(value);
  if (value instanceof FeelRange) return rangeText(value, run);
  if (value instanceof FeelFunction) return `function(${value.parameters.join(', ')})`;
  return compoundText(value, run);
}

function compoundText(value: readonly Value[] | FeelContext, run: Runtime): string {
  if (isList(value)) {
    const text = `[${value.map((each) => literalText(each, run)).join(', ')}]`;
    run.spendText(text.length);
    return text;
  }
  const entries = value.entries().map(([key, each]) => {
    return `${NAME_PATTERN.test(key) ? key : quote(key)}: ${literalText(each, run)}`;
  });
  const text = `{${entries.join(', ')}}`;
  run.spendText(text.length);
  return text;
}
