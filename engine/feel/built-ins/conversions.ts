import { Decimal } from 'decimal.js';
import { FeelFailure } from '../failure.ts';
import { NameIndex } from '../names.ts';
import type { JsonValue } from '../public.ts';
import type { Runtime } from '../runtime.ts';
import { parseTemporal, unquote } from '../syntax/literals.ts';
import { parseSyntax, type Syntax } from '../syntax/tree.ts';
import { compareValues } from '../values/compare.ts';
import { fromJson } from '../values/from-json.ts';
import { FeelNumber } from '../values/number.ts';
import { FeelRange } from '../values/range.ts';
import { toJson } from '../values/to-json.ts';
import { valueText } from '../values/to-text.ts';
import { typeOf, type Value } from '../values/value.ts';
import { any, define, failCall, optional, type Signature, text, truth } from './define.ts';

const NUMBER_PATTERN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,5})?$/;
const NUMBER_LENGTH_MAX = 1000;

function parseNumber(run: Runtime, from: string): Value {
  if (NUMBER_PATTERN.test(from) && from.length <= NUMBER_LENGTH_MAX) {
    const value = new FeelNumber(from);
    if (value.isFinite()) return value.plus(0);
  }
  return failCall(run, 'number', `Expected a number, but found '${from.slice(0, 50)}'`);
}

function parseGrouped(run: Runtime, from: string, grouping: string, decimal: string): Value {
  const isKnown = ['', ' ', ',', '.'].includes(grouping) && ['', ',', '.'].includes(decimal);
  if (!isKnown || (grouping !== '' && grouping === decimal)) {
    return failCall(run, 'number', 'Expected two different separators of blank, comma and point');
  }
  const plain = grouping === '' ? from : from.replaceAll(grouping, '');
  if (decimal === ',' && plain.includes('.')) return parseNumber(run, from);
  return parseNumber(run, decimal === ',' ? plain.replace(',', '.') : plain);
}

const NO_NAMES = new NameIndex([]);
const CONSTRUCTORS = ['date', 'time', 'duration', 'date and time'];

/** The literal at the end of a range text: nothing is evaluated, so nothing can be smuggled in. */
function readEnd(node: Syntax | undefined): Value | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'NumericLiteral') return new FeelNumber(node.text.replace(/\s/g, ''));
  if (node.type === 'StringLiteral') return unquote(node.text);
  const call = /^(?:@|([a-z ]+)\()\s*("(?:[^"\\]|\\.)*")\s*\)?$/s.exec(node.text);
  const isLiteral = node.type === 'DateTimeLiteral' || node.type === 'FunctionInvocation';
  if (!isLiteral || call?.[2] === undefined) return undefined;
  if (call[1] !== undefined && !CONSTRUCTORS.includes(call[1].trim())) return undefined;
  return parseTemporal(unquote(call[2]));
}

function parseRange(run: Runtime, from: string): Value {
  const failed = () => failCall(run, 'range', `Expected a range, but found '${from.slice(0, 50)}'`);
  const tree = parseSyntax(from, 'expression', NO_NAMES);
  if (!('type' in tree)) return failed();
  const interval = tree.children[0]?.children[0];
  if (tree.children[0]?.type !== 'SimplePositiveUnaryTest' || interval?.type !== 'Interval') {
    return failed();
  }
  const signs = interval.children;
  const ends = signs.filter((child) => !['[', ']', '(', ')', '..'].includes(child.type));
  const [start, end] = [readEnd(ends[0]), readEnd(ends[1])];
  if (start === undefined || end === undefined) return failed();
  const compared = compareValues(start, end);
  if (compared === undefined || compared > 0) return failed();
  const isStartIncluded = signs[0]?.text === '[';
  return new FeelRange({ start, end, isStartIncluded, isEndIncluded: signs.at(-1)?.text === ']' });
}

function parseJson(run: Runtime, from: string): Value {
  try {
    return fromJson(JSON.parse(from) as JsonValue);
  } catch (error) {
    if (error instanceof SyntaxError) return failCall(run, 'from json', 'Expected JSON');
    throw error;
  }
}

export const conversionFunctions: readonly Signature[] = [
  define('number', [text('from')], parseNumber),
  define(
    'number',
    [text('from'), optional(text('grouping separator')), optional(text('decimal separator'))],
    (run, from, grouping, decimal) => parseGrouped(run, from, grouping ?? '', decimal ?? ''),
  ),
  define('string', [any('from')], (run, from) => {
    const result = from === null ? null : valueText(from, run);
    run.spendText(result?.length ?? 0);
    return result;
  }),
  define('range', [text('from')], parseRange),
  define('to json', [any('value')], (run, value) => {
    const result = JSON.stringify(toJson(value, run));
    run.spendText(result.length);
    return result;
  }),
  define('from json', [text('value')], parseJson),
];

export const logicFunctions: readonly Signature[] = [
  define('is', [any('value1'), any('value2')], (run, left, right) => isSame(left, right, run)),
  define('not', [any('negand')], (run, value) => {
    if (typeof value === 'boolean') return !value;
    return run.warn('INVALID_TYPE', `Expected true or false, but found ${typeOf(value)}`);
  }),
  define('is defined', [any('value')], (_run, value) => value !== null),
  define('get or else', [any('value'), any('default')], (_run, value, other) => value ?? other),
  define('assert', [any('value'), truth('condition'), optional(text('cause'))], assertTrue),
];

function assertTrue(_run: Runtime, value: Value, isTrue: boolean, cause: string | null): Value {
  if (isTrue) return value;
  throw new FeelFailure('assertion', cause ?? 'The condition is not fulfilled');
}

/** Same value of the same type: `is(1, "1")` is false, and so are times in different zones. */
function isSame(left: Value, right: Value, run: Runtime): boolean {
  if (typeOf(left) !== typeOf(right)) return false;
  if (left instanceof Decimal && right instanceof Decimal) return left.eq(right);
  return valueText(left, run) === valueText(right, run);
}
