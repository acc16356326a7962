import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '../../../engine/feel/index.ts';
import { evaluate, type Variables } from './evaluate.ts';

const rows: readonly (readonly [tests: string, input: JsonValue, passes: boolean | null])[] = [
  ['-', 5, true],
  ['', 5, true],
  ['5', 5, true],
  ['5', 6, false],
  ['"a"', 'a', true],
  ['"a","b"', 'b', true],
  ['not("a","b")', 'b', false],
  ['not("a")', 'c', true],
  ['> 3', 5, true],
  ['>= 5, < 2', 5, true],
  ['[1..5]', 5, true],
  ['[1..5)', 5, false],
  ['(1..5]', 1, false],
  [']1..5[', 3, true],
  ['not(> 3)', 5, false],
  ['null', null, true],
  ['5', null, false],
  ['> 5', null, null],
  ['true', true, true],
  ['false', true, false],
  ['? > 3 and ? < 9', 5, true],
  ['contains(?, "x")', 'axb', true],
  ['limit', 5, true],
  ['< limit', 4, true],
  ['[1, 2, 3]', 2, true],
  ['list contains([5], ?)', 5, true],
  ['flag', 'anything', true],
  ['"甲"', '甲', true],
  ['date("2024-01-01")', '2024-01-01', null],
];

describe('unary tests', () => {
  const variables: Variables = { limit: 5, flag: true };

  it.each(rows)('%j on %j should be %j', (tests, input, passes) => {
    const evaluation = evaluate(tests, { ...variables, '?': input }, 'unary-tests');
    expect(evaluation).toMatchObject({ ok: true, value: passes });
  });
});
