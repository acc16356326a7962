import { describe, expect, it } from '@jest/globals';
import { compile, FEEL_TEXT_BYTES_MAX } from '../../../engine/feel/index.ts';
import { environment, evaluate, feel, lookupOf } from './evaluate.ts';

/** Generous for a machine under load; unlimited, each of these would take minutes or for ever. */
const DEADLINE_MS = 2000;

function nest(open: string, close: string, times: number): string {
  return open.repeat(times) + close.repeat(times);
}

/** `x1: f(x0), x2: f(x1), …`: doubles something again and again. */
function chain(start: string, step: (name: string) => string, end: string): string {
  const entries = Array.from({ length: 50 }, (_, i) => `x${i + 1}: ${step(`x${i}`)}`);
  return `{x0: ${start}, ${entries.join(', ')}, y: ${end}}.y`;
}

function within<T>(action: () => T): T {
  const startedAt = performance.now();
  const result = action();
  expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS);
  return result;
}

describe('hostile texts', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['parentheses', nest('(', ')', 2000)],
    ['open parentheses', '('.repeat(4000)],
    ['lists', nest('[', ']', 2000)],
    ['contexts', `${'{a:'.repeat(1000)}1${'}'.repeat(1000)}`],
    ['signs', `${'-'.repeat(4000)}1`],
    ['paths', `a${'.a'.repeat(2000)}`],
    ['calls', `f${'()'.repeat(2000)}`],
    ['length', 'a'.repeat(FEEL_TEXT_BYTES_MAX + 1)],
    ['bytes', '申'.repeat(FEEL_TEXT_BYTES_MAX / 3 + 1)],
  ];

  it.each(texts)('should refuse too much of %s', (_what, text) => {
    expect(within(() => compile(text, 'expression').ok)).toBe(false);
  });

  it('should compile what is long but flat', () => {
    const keys = Array.from({ length: 400 }, (_, i) => `k${i}:1`).join(',');
    expect(within(() => feel(`count(get entries({${keys}}))`))).toBe(400);
  });
});

describe('hostile evaluations', () => {
  const rows: readonly (readonly [code: string, text: string])[] = [
    ['fuel', 'for i in 1..1000000000 return i'],
    ['fuel', 'for a in 1..1000, b in 1..1000, c in 1..1000 return a'],
    ['fuel', 'every a in 1..1000000 satisfies some b in 1..1000000 satisfies a = b + 1000000'],
    ['fuel', '{f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), x: f(40)}.x'],
    ['fuel', 'distinct values(for i in 1..5000 return i)'],
    ['fuel', 'duplicate values(for i in 1..5000 return i)'],
    ['fuel', 'for i in 1..100000 return count(partial)'],
    ['fuel', chain('[1, 1]', (x) => `[${x}, ${x}]`, 'x50')],
    ['fuel', chain('[1, 1]', (x) => `[${x}, ${x}]`, 'x50 = x50')],
    ['fuel', chain('[1, 1]', (x) => `[${x}, ${x}]`, 'string(x50)')],
    ['fuel', chain('[1, 1]', (x) => `[${x}, ${x}]`, 'flatten(x50)')],
    ['fuel', chain('[{a: 1}]', (x) => `[${x}, ${x}]`, 'x50.a')],
    ['fuel', chain('[1]', (x) => `concatenate(${x}, ${x})`, 'x50')],
    ['size', chain('"a"', (x) => `${x} + ${x}`, 'x50')],
    ['fuel', chain('"a"', (x) => `replace(${x}, "a", "aaaaaaaa")`, 'x50')],
    ['depth', '{f: function(n) f(n + 1), x: f(1)}.x'],
    ['depth', '(function(f) f(f))(function(f) f(f))'],
    ['depth', 'from json(text)'],
    ['assertion', 'assert(1, false)'],
  ];

  it.each(rows)('should end by %s: %s', (code, text) => {
    const variables = { text: nest('[', ']', 5000) };
    expect(within(() => evaluate(text, variables))).toMatchObject({ ok: false, code });
  });

  it('should stop early with less fuel', () => {
    const compiled = compile('for i in 1..100 return i', 'expression');
    if (!compiled.ok) throw new Error(compiled.message);
    const evaluation = compiled.evaluate(lookupOf({}), { ...environment, fuel: 50 });
    expect(evaluation).toMatchObject({ ok: false, code: 'fuel' });
  });

  it('should not let a pattern run away', () => {
    const text = `matches("${'a'.repeat(1000)}!", "^(a+)+$")`;
    expect(within(() => feel(text))).toBe(false);
    expect(within(() => feel('matches("a", "((a{30}){30}){30}")'))).toBeNull();
    expect(within(() => feel(`matches("a", "${'a{1000}'.repeat(100)}")`))).toBeNull();
  });

  it('should not compute numbers without end', () => {
    expect(within(() => feel('9 ** 9 ** 9 ** 9'))).toBeNull(); // beyond JSON's numbers
    expect(within(() => feel('exp(999999999)'))).toBeNull();
    expect(within(() => feel('string length(string(10 ** 6144))'))).toBe(6145);
  });
});

describe('prototypes', () => {
  const texts = [
    'constructor',
    '__proto__',
    'a.constructor',
    'a.__proto__',
    'a.toString',
    '[].length',
    '"a".length',
    'get value(a, "constructor")',
    'get value(a, "__proto__")',
    'toString()',
    'a.hasOwnProperty("b")',
  ];

  it.each(texts)('should not be reached by %s', (text) => {
    expect(['null', '[]']).toContain(JSON.stringify(feel(text, { a: { b: 1 } })));
  });

  it('should be plain keys in a context', () => {
    const value = feel('{"__proto__": 1, "constructor": 2}');
    expect(JSON.stringify(value)).toBe('{"__proto__":1,"constructor":2}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
