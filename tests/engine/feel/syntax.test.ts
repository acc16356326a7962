import { describe, expect, it } from '@jest/globals';
import { compile } from '../../../engine/feel/index.ts';
import { environment, evaluate, lookupOf } from './evaluate.ts';
import { itShouldEvaluate } from './table.ts';

describe('names', () => {
  itShouldEvaluate([
    ['申请金额 > 5000', { 申请金额: 6000 }, true],
    ['申请人.姓名', { 申请人: { 姓名: '甲乙' } }, '甲乙'],
    ['Monthly Salary * 12', { 'Monthly Salary': 1000 }, 12000],
    ['Monthly   Salary', { 'Monthly Salary': 1 }, 1],
    ['`a-b` + 1', { 'a-b': 1 }, 2],
    ['`Monthly Salary`', { 'Monthly Salary': 7 }, 7],
    ['person.Full Name', { person: { 'Full Name': 'x' } }, 'x'],
    ['person.`Full Name`', { person: { 'Full Name': 'x' } }, 'x'],
    ['Date of Birth', { 'Date of Birth': '2000-01-01' }, '2000-01-01'],
    ['{a-b: 1, c: a-b + 1}.c', {}, 2],
    ['{"a b": 1}.a b', {}, 1],
    ['date', { date: 3 }, 3],
    ['date("2020-01-01").year', { date: 3 }, 2020],
    ['for i in items return i', { items: [1], i: 9 }, [1]],
    ['_x1', { _x1: 2 }, 2],
    ['😀 + 1', { '😀': 1 }, 2],
    ['金额（元） + 1', { '金额（元）': 1 }, 2],
    ['"“甲，乙”"', {}, '“甲，乙”'],
    ['x // comment', { x: 1 }, 1],
    ['/* a\n b */ x', { x: 1 }, 1],
    ['count', { count: 5 }, 5],
    ['count([1, 2])', { count: 5 }, 2],
  ]);

  it('should list the free names once, without built-ins and bound names', () => {
    const text = 'a + sum(for i in list return i * a) + {b: c, d: b}.d + (function(p) p + q)(1)';
    const compiled = compile(text, 'expression');
    expect(compiled).toMatchObject({ ok: true, names: ['a', 'list', 'c', 'q'] });
  });

  it('should take names with operators from the options', () => {
    const compiled = compile('price (net) + a-b', 'expression', { names: ['price (net)', 'a-b'] });
    if (!compiled.ok) throw new Error(compiled.message);
    const variables = lookupOf({ 'price (net)': 10, 'a-b': 1 });
    expect(compiled.evaluate(variables, environment)).toMatchObject({ ok: true, value: 11 });
  });
});

describe('control', () => {
  itShouldEvaluate([
    ['if a > 1 then "big" else "small"', { a: 2 }, 'big'],
    ['if null then 1 else 2', {}, 2],
    ['if "x" then 1 else 2', {}, 2],
    ['for i in 1..3 return i * 2', {}, [2, 4, 6]],
    ['for i in 3..1 return i', {}, [3, 2, 1]],
    ['for i in [1, 2], j in [i, 10] return i * j', {}, [1, 10, 4, 20]],
    ['for i in [] return i', {}, []],
    ['for i in null return i', {}, null],
    ['for i in 5 return i', {}, [5]],
    ['for i in [1..3] return i', {}, [1, 2, 3]],
    ['for i in (1..4) return i', {}, [2, 3]],
    ['for i in [3..1] return i', {}, null],
    ['for i in 0..4 return if i = 0 then 1 else i * partial[-1]', {}, [1, 1, 2, 6, 24]],
    [
      'for d in @"2024-02-28"..@"2024-03-01" return d',
      {},
      ['2024-02-28', '2024-02-29', '2024-03-01'],
    ],
    ['some x in [1, 2] satisfies x > 1', {}, true],
    ['some x in [] satisfies true', {}, false],
    ['every x in [1, 2] satisfies x > 1', {}, false],
    ['every x in [] satisfies false', {}, true],
    ['every x in [1, 2], y in [3] satisfies x < y', {}, true],
    ['some x in [1] satisfies "a"', {}, null],
  ]);
});

describe('lists and contexts', () => {
  itShouldEvaluate([
    ['[1, 2, 3][1]', {}, 1],
    ['[1, 2, 3][-1]', {}, 3],
    ['[1, 2, 3][4]', {}, null],
    ['[1, 2, 3][0]', {}, null],
    ['[1, 2, 3][item >= 2]', {}, [2, 3]],
    ['[1, 2, 3][i]', { i: 2 }, 2],
    ['[{a: 1}, {a: 2}][a > 1]', {}, [{ a: 2 }]],
    ['[{a: 1}, {a: 2}].a', {}, [1, 2]],
    ['[{a: 1}, {b: 2}].a', {}, [1, null]],
    ['[{item: 1}, {item: 5}][item > 2]', {}, [{ item: 5 }]],
    ['5[1]', {}, 5],
    ['null[1]', {}, null],
    ['{a: 1, b: a + 1}', {}, { a: 1, b: 2 }],
    ['{a: {b: {c: 1}}}.a.b.c', {}, 1],
    ['{}.a', {}, null],
    ['{"a": 1}.a', {}, 1],
    ['{f: function(x) x * 2, y: f(4)}.y', {}, 8],
    ['{f: function(n) if n < 2 then 1 else n * f(n - 1), y: f(5)}.y', {}, 120],
    ['(function(a, b) a - b)(b: 1, a: 3)', {}, 2],
    ['(function(a: number) a)("x")', {}, null],
    ['(function(a) a)(1, 2)', {}, null],
    ['[1..3].start', {}, 1],
    ['(1..3].start included', {}, false],
    ['date("2024-05-06").weekday', {}, 1],
    ['duration("P1DT2H").hours', {}, 2],
    ['time("10:20:30").minute', {}, 20],
    ['@"2024-01-01T10:00:00+08:00".time offset', {}, 'PT8H'],
  ]);
});

describe('strings', () => {
  itShouldEvaluate([
    ['"a\\nb"', {}, 'a\nb'],
    ['"\\"x\\""', {}, '"x"'],
    ['"\\\\d"', {}, '\\d'],
    ['"\\d"', {}, '\\d'],
    ['"\\u4e2d"', {}, '中'],
    ['"\\U01F600"', {}, '😀'],
  ]);
});

describe('what is not FEEL', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['1 +', 'line 1, column 4: Expected a FEEL expression to go on, but found the end of the text'],
    ['a ==  b', "line 1, column 4: Expected an expression, but found '=  b'"],
    ['if a then b', 'line 1, column 12: '],
    ['1 +\n  * 2', 'line 2, column 3: '],
    ['"open', 'line 1, column 1: '],
    ['', 'line 1, column 1: '],
    ['[1, 2', 'line 1, column 6: '],
    ['a[1, 2]', 'line 1, column 4: '],
    ['申请金额 ＞ 5', "line 1, column 6: Expected '>', but found the full-width '＞'"],
    ['max(1，2)', "line 1, column 6: Expected ',', but found the full-width '，'"],
  ];

  it.each(rows)('should refuse %j and say where', (text, start) => {
    const compiled = compile(text, 'expression');
    expect(compiled.ok).toBe(false);
    expect(compiled.ok ? '' : compiled.message).toContain(start);
  });
});

describe('warnings', () => {
  it('should tell what was not found', () => {
    expect(evaluate('x').warnings).toEqual([
      { code: 'NO_VARIABLE_FOUND', message: "[NO_VARIABLE_FOUND] No variable found with name 'x'" },
    ]);
    expect(evaluate('a.b', { a: {} }).warnings[0]?.message).toBe(
      "[NO_CONTEXT_ENTRY_FOUND] No context entry found with key 'b'",
    );
    expect(evaluate('f(1)').warnings[0]?.message).toBe(
      "[NO_FUNCTION_FOUND] No function found with name 'f' and 1 parameter",
    );
    expect(evaluate('1 < "a"').warnings[0]?.code).toBe('NOT_COMPARABLE');
    expect(evaluate('abs("a")').warnings[0]?.code).toBe('FUNCTION_INVOCATION_FAILURE');
  });

  it('should not warn when nothing is wrong', () => {
    expect(evaluate('a + 1', { a: 1 }).warnings).toEqual([]);
    expect(evaluate('is defined(x)').warnings).toEqual([]);
  });
});
