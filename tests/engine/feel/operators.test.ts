import { describe } from '@jest/globals';
import { itShouldEvaluate } from './table.ts';

describe('arithmetic', () => {
  itShouldEvaluate([
    ['0.1 + 0.2', {}, 0.3],
    ['0.1 + 0.2 = 0.3', {}, true],
    ['1 + 2 * 3', {}, 7],
    ['(1 + 2) * 3', {}, 9],
    ['7 / 2', {}, 3.5],
    ['1 / 3 * 3 = 1', {}, false],
    ['1 / 0', {}, null],
    ['2 ** 10', {}, 1024],
    ['-3 ** 2', {}, 9],
    ['3 ** 4 ** 5', {}, 3486784401],
    ['10 ** 20', {}, 1e20],
    ['10 ** 6200', {}, null],
    ['- a', { a: 5 }, -5],
    ['--5', {}, 5],
    ['- "a"', {}, null],
    ['1e3', {}, 1000],
    ['1.5e-2', {}, 0.015],
    ['.5', {}, 0.5],
    ['1.0', {}, 1],
    ['-0', {}, 0],
    ['9007199254740993 - 9007199254740992', {}, 1],
    ['"a" + "b"', {}, 'ab'],
    ['"a" + 1', {}, null],
    ['1 + null', {}, null],
    ['a - b', { a: 12.5, b: 2.5 }, 10],
    ['a-b', { a: 3, b: 1 }, 2],
    ['"申请" + "表"', {}, '申请表'],
  ]);
});

describe('comparison', () => {
  itShouldEvaluate([
    ['1 = 1.0', {}, true],
    ['1 = "1"', {}, null],
    ['1 != 2', {}, true],
    ['null = null', {}, true],
    ['1 = null', {}, false],
    ['x = null', {}, true],
    ['1 < 2', {}, true],
    ['2 <= 2', {}, true],
    ['"a" < "b"', {}, true],
    ['1 < "a"', {}, null],
    ['1 < null', {}, null],
    ['true < false', {}, null],
    ['[1, 2] = [1, 2]', {}, true],
    ['[1, 2] = [2, 1]', {}, false],
    ['{a: 1, b: 2} = {b: 2, a: 1}', {}, true],
    ['{a: 1} = {a: 2}', {}, false],
    ['5 between 1 and 10', {}, true],
    ['"c" between "a" and "b"', {}, false],
    ['null between 1 and 2', {}, null],
    ['5 in (1, 5)', {}, true],
    ['5 in [1, 5]', {}, true],
    ['5 in [1..10]', {}, true],
    ['10 in [1..10)', {}, false],
    ['5 in (> 3)', {}, true],
    ['5 in > 7', {}, false],
    ['5 in ([1..3], > 4)', {}, true],
    ['1 in 1', {}, true],
    ['"a" in ("a", "b")', {}, true],
    ['[1..3] = [1..3]', {}, true],
    ['[1..3] = [1..3)', {}, false],
  ]);
});

describe('logic', () => {
  itShouldEvaluate([
    ['true and true', {}, true],
    ['true and false', {}, false],
    ['true and null', {}, null],
    ['false and null', {}, false],
    ['"x" and false', {}, false],
    ['"x" and true', {}, null],
    ['true or null', {}, true],
    ['false or null', {}, null],
    ['false or false', {}, false],
    ['a and b or c', { a: false, b: true, c: true }, true],
    ['not(true)', {}, false],
    ['not(null)', {}, null],
    ['not("a")', {}, null],
  ]);
});

describe('instance of', () => {
  itShouldEvaluate([
    ['1 instance of number', {}, true],
    ['"1" instance of number', {}, false],
    ['null instance of Any', {}, false],
    ['null instance of Null', {}, true],
    ['[1, 2] instance of list<number>', {}, true],
    ['[1, "2"] instance of list<number>', {}, false],
    ['{a: 1} instance of context<a: number>', {}, true],
    ['{a: 1} instance of context<a: string>', {}, false],
    ['[1..3] instance of range<number>', {}, true],
    ['["a".."b"] instance of range<number>', {}, false],
    ['date("2020-01-01") instance of date', {}, true],
    ['date and time("2020-01-01T00:00:00") instance of date and time', {}, true],
    ['duration("P1D") instance of days and time duration', {}, true],
    ['duration("P1M") instance of years and months duration', {}, true],
    ['(function(x) x) instance of function<Any> -> Any', {}, true],
    ['1 instance of nothing', {}, null],
  ]);
});

describe('calendar arithmetic', () => {
  itShouldEvaluate([
    ['date("2024-01-31") + duration("P1M")', {}, '2024-02-29'],
    ['date("2023-01-31") + duration("P1M")', {}, '2023-02-28'],
    ['date("2024-03-01") - duration("P1D")', {}, '2024-02-29'],
    ['date("2024-03-01") - date("2024-02-01")', {}, 'PT696H'],
    [
      'date and time("2024-01-01T10:00:00Z") - date and time("2024-01-01T08:30:00Z")',
      {},
      'PT1H30M',
    ],
    [
      'date and time("2024-01-01T10:00:00+08:00") - date and time("2024-01-01T02:00:00Z")',
      {},
      'PT0S',
    ],
    ['date and time("2024-01-01T23:00:00") + duration("PT2H")', {}, '2024-01-02T01:00'],
    ['time("23:00:00") + duration("PT2H30M")', {}, '01:30'],
    ['time("10:00:00") - time("08:00:00")', {}, 'PT2H'],
    ['duration("P1D") + duration("PT12H")', {}, 'PT36H'],
    ['duration("P1Y") - duration("P1M")', {}, 'P11M'],
    ['duration("PT1H") * 1.5', {}, 'PT1H30M'],
    ['duration("P1D") / 2', {}, 'PT12H'],
    ['duration("P1D") / duration("PT6H")', {}, 4],
    ['duration("P1Y") / duration("P1M")', {}, 12],
    ['duration("P1D") + duration("P1M")', {}, null],
    ['- duration("P1D")', {}, 'PT-24H'],
    ['date("2024-01-01") < date("2024-01-02")', {}, true],
    [
      'date and time("2024-01-01T00:00:00Z") = date and time("2024-01-01T08:00:00+08:00")',
      {},
      true,
    ],
    ['date("2024-01-01") + 1', {}, null],
    [
      'date and time("2021-03-28T01:30:00@Europe/Paris") + duration("PT1H")',
      {},
      '2021-03-28T03:30+02:00[Europe/Paris]',
    ],
  ]);
});
