import type { Runtime } from '../runtime.ts';
import { FeelNumber, toInteger } from '../values/number.ts';
import type { List, Value } from '../values/value.ts';
import { any, define, failCall, list, number, optional, type Signature, text } from './define.ts';
import { compilePattern, type Pattern, readFlags } from './pattern.ts';

/** Text is counted in code points, so that one sign is one sign. */
function pointsOf(value: string): string[] {
  return Array.from(value);
}

function substring(value: string, start: number, length: number | undefined): string {
  const points = pointsOf(value);
  const from = start < 0 ? points.length + start : start - 1;
  if (start === 0 || from >= points.length) return '';
  const first = Math.max(from, 0);
  return points.slice(first, length === undefined ? undefined : first + length).join('');
}

function joined(run: Runtime, items: List, delimiter: string): Value {
  const texts: string[] = [];
  let length = 0;
  for (const item of items) {
    if (item === null) continue;
    if (typeof item !== 'string') return failCall(run, 'string join', 'Expected a list of strings');
    length += item.length + delimiter.length;
    run.spendText(length);
    texts.push(item);
  }
  return texts.join(delimiter);
}

/** Runs something with a compiled pattern; a pattern that is not safe or not valid gives null. */
function withPattern(
  run: Runtime,
  name: string,
  given: { pattern: string; flags: string | null; input: string },
  use: (pattern: Pattern) => Value,
): Value {
  const flags = readFlags(given.flags ?? '');
  if (flags === undefined) return failCall(run, name, `Expected flags of s, m, i and x`);
  const pattern = compilePattern(given.pattern, flags);
  if (typeof pattern === 'string') return failCall(run, name, pattern);
  run.spend(pattern.cost(given.input, name !== 'matches'));
  return use(pattern);
}

function after(value: string, match: string): string {
  const index = value.indexOf(match);
  return index < 0 ? '' : value.slice(index + match.length);
}

function before(value: string, match: string): string {
  const index = value.indexOf(match);
  return index < 0 ? '' : value.slice(0, index);
}

const patternFunctions: readonly Signature[] = [
  define(
    'matches',
    [text('input'), text('pattern'), optional(text('flags'))],
    (run, input, pattern, flags) =>
      withPattern(run, 'matches', { pattern, flags, input }, (found) => found.test(input)),
  ),
  define(
    'replace',
    [text('input'), text('pattern'), text('replacement'), optional(text('flags'))],
    (run, ...[input, pattern, replacement, flags]) =>
      withPattern(run, 'replace', { pattern, flags, input }, (found) => {
        const result = found.replace(input, replacement);
        if (result === undefined) return failCall(run, 'replace', 'Expected groups that exist');
        run.spendText(result.length);
        return result;
      }),
  ),
  define('split', [text('string'), text('delimiter')], (run, input, delimiter) =>
    withPattern(run, 'split', { pattern: delimiter, flags: null, input }, (found) => {
      const parts = found.split(input);
      run.spend(parts.length);
      return parts;
    }),
  ),
  define('extract', [text('string'), text('pattern')], (run, input, pattern) =>
    withPattern(run, 'extract', { pattern, flags: null, input }, (found) => {
      const groups = found.extract(input);
      run.spend(groups.length);
      return groups;
    }),
  ),
];

function uuid(bytes: Uint8Array): string {
  const marked = [...bytes].map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = marked.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const aiParameters = [
  any('value'),
  optional(text('description')),
  optional(text('type')),
  optional(any('schema')),
  optional(any('options')),
] as const;

export const textFunctions: readonly Signature[] = [
  define(
    'substring',
    [text('string'), number('start position'), optional(number('length'))],
    (run, value, start, length) => {
      const from = toInteger(start.trunc());
      const count = length === null ? undefined : toInteger(length.trunc());
      if (!from || (length !== null && (count === undefined || count < 1))) {
        return failCall(run, 'substring', 'Expected a start other than 0 and a length above 0');
      }
      return substring(value, from, count);
    },
  ),
  define(
    'string length',
    [text('string')],
    (_run, value) => new FeelNumber(pointsOf(value).length),
  ),
  define('upper case', [text('string')], (_run, value) => value.toUpperCase()),
  define('lower case', [text('string')], (_run, value) => value.toLowerCase()),
  define('substring before', [text('string'), text('match')], (_run, value, match) =>
    before(value, match),
  ),
  define('substring after', [text('string'), text('match')], (_run, value, match) =>
    after(value, match),
  ),
  define('contains', [text('string'), text('match')], (_run, value, match) =>
    value.includes(match),
  ),
  define('starts with', [text('string'), text('match')], (_run, value, match) =>
    value.startsWith(match),
  ),
  define('ends with', [text('string'), text('match')], (_run, value, match) =>
    value.endsWith(match),
  ),
  define(
    'string join',
    [list('list'), optional(text('delimiter')), optional(text('prefix')), optional(text('suffix'))],
    (run, ...[items, delimiter, prefix, suffix]) => {
      const result = joined(run, items, delimiter ?? '');
      return typeof result === 'string' ? `${prefix ?? ''}${result}${suffix ?? ''}` : result;
    },
  ),
  define('trim', [text('string')], (_run, value) => value.trim()),
  define('is blank', [text('string')], (_run, value) => value.trim() === ''),
  define('to base64', [text('value')], (run, value) => {
    run.spendText(value.length * 4);
    return Buffer.from(value, 'utf8').toString('base64');
  }),
  define('from base64', [text('value')], (_run, value) =>
    Buffer.from(value, 'base64').toString('utf8'),
  ),
  define('uuid', [], (run) => uuid(run.randomBytes(16))),
  ...patternFunctions,
  // A description for language models; the engine only needs the value.
  define('fromAi', aiParameters, (_run, ...[value]) => value),
];
