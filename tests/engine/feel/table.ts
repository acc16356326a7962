import { expect, it } from '@jest/globals';
import type { JsonValue } from '../../../engine/feel/index.ts';
import { feel, type Variables } from './evaluate.ts';

/** An expression, its variables, and the value it must have. */
export type Row = readonly [expression: string, variables: Variables, value: JsonValue];

/** Makes one test of each row. */
export function itShouldEvaluate(rows: readonly Row[]): void {
  it.each(rows.map((row) => [...row] as const))('%s with %j should be %j', (text, given, value) => {
    expect(feel(text, given)).toEqual(value);
  });
}
