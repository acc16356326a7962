import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../engine/feel/index.ts';
import { environment, feel, lookupOf } from './evaluate.ts';
import { itShouldEvaluate } from './table.ts';

const SEED = Number(process.env.FEEL_SEED ?? Date.now() % 2 ** 31);

describe('JSON border', () => {
  itShouldEvaluate([
    ['x', { x: { a: [1, null, { b: 'c' }] } }, { a: [1, null, { b: 'c' }] }],
    ['x', { x: null }, null],
    ['x + 1', { x: 9007199254740991 }, 9007199254740992],
    ['x * x', { x: 1e10 }, 1e20],
    ['x = 0.1 + 0.2', { x: 0.3 }, true],
    ['x.`a.b`', { x: { 'a.b': 1 } }, 1],
    ['d < date("2024-01-01")', { d: '2023-01-01' }, null],
    ['date(d) < date("2024-01-01")', { d: '2023-01-01' }, true],
    ['[date("2024-01-01"), duration("P1D")]', {}, ['2024-01-01', 'PT24H']],
    ['time("10:00:00")', {}, '10:00'],
    ['time("10:00:00Z")', {}, '10:00:00Z'],
    ['time("10:00:00.5")', {}, '10:00:00.500'],
    ['duration("-PT1H30M0.25S")', {}, 'PT-1H-30M-0.25S'],
    ['duration("P0M")', {}, 'P0D'],
    ['duration(x) = duration("-PT1H30M")', { x: 'PT-1H-30M' }, true],
    ['duration(x) = duration("-P14M")', { x: 'P-1Y-2M' }, true],
    ['date and time(x).timezone', { x: '2024-01-02T10:00+08:00[Asia/Shanghai]' }, 'Asia/Shanghai'],
    ['function(x) x', {}, null],
    ['-0.0', {}, 0],
  ]);

  it('should write whole numbers without a point or an exponent', () => {
    expect(JSON.stringify(feel('10 ** 20'))).toBe('100000000000000000000');
    expect(JSON.stringify(feel('1.0'))).toBe('1');
    expect(JSON.stringify(feel('2 * 0.5'))).toBe('1');
  });

  it(`should give back any JSON value unchanged (FEEL_SEED=${SEED})`, () => {
    const value = fc.jsonValue({ noUnicodeString: false } as object);
    fc.assert(
      fc.property(value, (given) => {
        const plain = JSON.parse(JSON.stringify(given).replace(/(?<=[[:,])-0(?=[,}\]])/g, '0'));
        expect(feel('x', { x: plain })).toEqual(plain);
      }),
      { seed: SEED },
    );
  });
});

/** Pieces of FEEL, right and wrong, to be put together at random. */
const pieces = fc.constantFrom(
  ...['1', '"a"', 'x', 'null', 'true', '+', '-', '*', '/', '**', '=', '<', '(', ')', '[', ']'],
  ...['{a: 1}', '.a', '[1]', '[item > 1]', 'and', 'or', 'not(', 'for i in', '1..3', 'return'],
  ...['if', 'then', 'else', 'some y in', 'satisfies', 'function(p)', 'date("2024-01-01")', ','],
  ...['duration("P1D")', 'count(', 'instance of number', 'in', 'between', '@"10:00:00"', '"', '`'],
);

describe('random texts', () => {
  it(`should be refused or evaluated, never throw (FEEL_SEED=${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        for (const kind of ['expression', 'unary-tests'] as const) {
          const compiled = compile(words.join(' '), kind);
          if (!compiled.ok) {
            expect(compiled.message).toMatch(/^line \d+, column \d+: Expected/);
            continue;
          }
          const first = compiled.evaluate(lookupOf({ x: [1, 2], '?': 1 }), environment);
          const second = compiled.evaluate(lookupOf({ x: [1, 2], '?': 1 }), environment);
          expect(second).toEqual(first);
        }
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
