import { describe } from '@jest/globals';
import { itShouldEvaluate } from '../table.ts';

describe('list functions', () => {
  itShouldEvaluate([
    ['list contains([1, 2], 2)', {}, true],
    ['list contains([1, null], null)', {}, true],
    ['sublist([1, 2, 3], 2)', {}, [2, 3]],
    ['sublist([1, 2, 3], 1, 2)', {}, [1, 2]],
    ['sublist([1, 2, 3], -1)', {}, [3]],
    ['sublist([1, 2, 3], 0)', {}, null],
    ['append([1], 2, 3)', {}, [1, 2, 3]],
    ['append(1, 2)', {}, [1, 2]],
    ['concatenate([1], [2, 3])', {}, [1, 2, 3]],
    ['concatenate()', {}, null],
    ['append([1])', {}, null],
    ['append([1], null)', {}, [1, null]],
    ['append(list: [1], item: 2)', {}, [1, 2]],
    ['1 in [[1, 2], 3]', {}, false],
    ['[1, 2] in [[1, 2], 3]', {}, true],
    ['insert before([1, 3], 1, 2)', {}, [2, 1, 3]],
    ['insert before([1, 3], 5, 2)', {}, null],
    ['remove([1, 2, 3], 2)', {}, [1, 3]],
    ['reverse([1, 2, 3])', {}, [3, 2, 1]],
    ['index of([1, 2, 3, 2], 2)', {}, [2, 4]],
    ['union([1, 2], [2, 3])', {}, [1, 2, 3]],
    ['distinct values([1, 2, 1])', {}, [1, 2]],
    ['duplicate values([1, 2, 3, 2, 1])', {}, [1, 2]],
    ['flatten([[1, 2], [[3]], 4])', {}, [1, 2, 3, 4]],
    ['sort([3, 1, 2], function(x, y) x < y)', {}, [1, 2, 3]],
    ['sort([{a: 2}, {a: 1}], function(x, y) x.a < y.a)', {}, [{ a: 1 }, { a: 2 }]],
    ['list replace([2, 4, 7, 8], 3, 6)', {}, [2, 4, 6, 8]],
    ['list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)', {}, [5, 5, 7, 8]],
    ['partition([1, 2, 3, 4, 5], 2)', {}, [[1, 2], [3, 4], [5]]],
    ['partition([1], 0)', {}, null],
    ['is empty([])', {}, true],
    ['is empty({})', {}, true],
    ['is empty([1])', {}, false],
    ['reverse(null)', {}, null],
  ]);
});

describe('context functions', () => {
  itShouldEvaluate([
    ['get value({a: 1}, "a")', {}, 1],
    ['get value({a: 1}, "b")', {}, null],
    ['get value({a: {b: 2}}, ["a", "b"])', {}, 2],
    ['get entries({a: 1})', {}, [{ key: 'a', value: 1 }]],
    ['context put({a: 1}, "b", 2)', {}, { a: 1, b: 2 }],
    ['context put({a: {b: 1}}, ["a", "c"], 2)', {}, { a: { b: 1, c: 2 } }],
    ['context put({}, ["a", "b"], 1)', {}, { a: { b: 1 } }],
    ['context merge([{a: 1}, {a: 2, b: 3}])', {}, { a: 2, b: 3 }],
    ['context merge({a: 1}, {b: 3})', {}, { a: 1, b: 3 }],
    ['context merge()', {}, null],
    ['context([{key: "a", value: 1}])', {}, { a: 1 }],
    ['context([{key: "a", value: 1}, {key: "a", value: 2}])', {}, null],
    ['put({}, "a", 1)', {}, { a: 1 }],
    ['put all([{a: 1}, {b: 2}])', {}, { a: 1, b: 2 }],
    ['context put(a, "x", 1)', { a: { y: 2 } }, { y: 2, x: 1 }],
  ]);
});

describe('logic functions', () => {
  itShouldEvaluate([
    ['is defined(x)', {}, false],
    ['is defined(x)', { x: null }, false],
    ['is defined(x.y)', { x: {} }, false],
    ['is defined(x.y)', { x: { y: 1 } }, true],
    ['get or else(x, 5)', {}, 5],
    ['get or else(3, 5)', {}, 3],
    ['assert(3, true)', {}, 3],
    ['assert(x, x > 1, "too small")', { x: 2 }, 2],
    ['is(1, 1.0)', {}, true],
    ['is(1, "1")', {}, false],
    ['is(@"10:00:00Z", @"10:00:00+00:00")', {}, true],
  ]);
});

describe('range functions', () => {
  itShouldEvaluate([
    ['before(1, 10)', {}, true],
    ['before([1..5), 5)', {}, true],
    ['after([5..10], [1..5))', {}, true],
    ['meets([1..5], [5..10])', {}, true],
    ['meets([1..5), [5..10])', {}, false],
    ['met by([5..10], [1..5])', {}, true],
    ['overlaps([1..5], [3..8])', {}, true],
    ['overlaps before([1..5], [3..8])', {}, true],
    ['overlaps after([3..8], [1..5])', {}, true],
    ['finishes(5, [1..5])', {}, true],
    ['finished by([1..5], 5)', {}, true],
    ['includes([1..5], 3)', {}, true],
    ['during(3, [1..5])', {}, true],
    ['starts(1, [1..5])', {}, true],
    ['started by([1..5], 1)', {}, true],
    ['coincides([1..5], [1..5])', {}, true],
    ['coincides([1..5], [1..5))', {}, false],
    ['before(1, "a")', {}, null],
    ['before(date("2024-01-01"), [date("2024-01-02")..date("2024-01-03")])', {}, true],
  ]);
});
