import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '../../../../engine/feel/index.ts';
import { decide, decision, type TableOptions, table } from './model.ts';

function evaluate(options: TableOptions, x: JsonValue) {
  return decide(decision('d', table(options)), 'd', { x });
}

const grades: Omit<TableOptions, 'hitPolicy'> = {
  inputs: ['x'],
  outputs: [{ name: 'grade', values: '"high","middle","low"' }],
  rules: [
    ['>= 1', '"low"'],
    ['>= 5', '"middle"'],
    ['>= 9', '"high"'],
  ],
};

const points: Omit<TableOptions, 'aggregation'> = {
  hitPolicy: 'COLLECT',
  inputs: ['x'],
  outputs: [{ name: 'points' }],
  rules: [
    ['> 0', '10.1'],
    ['> 5', '20.2'],
    ['> 9', '30'],
  ],
};

describe('hit policies', () => {
  const rows: readonly (readonly [string, number, JsonValue])[] = [
    ['UNIQUE', 1, 'low'],
    ['UNIQUE', 0, null],
    ['ANY', 1, 'low'],
    ['FIRST', 9, 'low'],
    ['FIRST', 0, null],
    ['PRIORITY', 9, 'high'],
    ['PRIORITY', 5, 'middle'],
    ['RULE ORDER', 9, ['low', 'middle', 'high']],
    ['OUTPUT ORDER', 9, ['high', 'middle', 'low']],
    ['COLLECT', 5, ['low', 'middle']],
    ['COLLECT', 0, null],
  ];

  it.each(rows)('%s of %j should be %j', async (hitPolicy, x, output) => {
    expect(await evaluate({ ...grades, hitPolicy }, x)).toMatchObject({ output });
  });

  it('should be UNIQUE when none is stated, and fail when several rules match', async () => {
    const { output, failure, evaluatedDecisions } = await evaluate(grades, 5);
    expect(output).toBeNull();
    expect(evaluatedDecisions).toMatchObject([
      { decisionId: 'd', output: null, matchedRules: [{ ruleIndex: 1 }, { ruleIndex: 2 }] },
    ]);
    expect(failure).toEqual({
      decisionId: 'd',
      message:
        "Expected to evaluate decision 'd', but rules 1, 2 matched, where hit policy UNIQUE allows one",
    });
  });

  it('should fail with ANY when the matched rules differ', async () => {
    const { failure } = await evaluate({ ...grades, hitPolicy: 'ANY' }, 9);
    expect(failure?.message).toContain('but rules 1, 2, 3 differ');
  });

  const aggregations: readonly (readonly [string, number, JsonValue])[] = [
    ['SUM', 6, 30.3],
    ['MIN', 10, 10.1],
    ['MAX', 10, 30],
    ['COUNT', 10, 3],
    ['COUNT', 0, null],
    ['SUM', 0, null],
  ];

  it.each(aggregations)('COLLECT with %s of %j should be %j', async (aggregation, x, output) => {
    expect(await evaluate({ ...points, aggregation }, x)).toMatchObject({ output });
  });
});

describe('decision table', () => {
  it('should tell inputs and matched rules with their outputs', async () => {
    const options: TableOptions = {
      hitPolicy: 'FIRST',
      inputs: ['x', 'x * 2'],
      outputs: [{ name: 'level' }, { name: 'note' }],
      rules: [
        ['> 100', '-', '"never"', '1'],
        ['-', '> 5', '"yes"', 'x + 1'],
      ],
    };
    expect(await evaluate(options, 3)).toMatchObject({
      output: { level: 'yes', note: 4 },
      evaluatedDecisions: [
        {
          decisionId: 'd',
          kind: 'DECISION_TABLE',
          inputs: [
            { inputId: 'in0', inputName: 'x', inputValue: 3 },
            { inputId: 'in1', inputName: 'x * 2', inputValue: 6 },
          ],
          matchedRules: [
            {
              ruleId: 'rule2',
              ruleIndex: 2,
              outputs: [
                { outputId: 'out0', outputName: 'level', outputValue: 'yes' },
                { outputId: 'out1', outputName: 'note', outputValue: 4 },
              ],
            },
          ],
        },
      ],
    });
  });

  it('should give the default when no rule matches', async () => {
    const outputs = [{ name: 'a', fallback: '"none"' }, { name: 'b' }];
    const rules = [['> 100', '1', '2']];
    const result = await evaluate({ inputs: ['x'], outputs, rules }, 3);
    expect(result.output).toEqual({ a: 'none', b: null });
  });

  it('should only tell of an input outside of the allowed values', async () => {
    const xml = table({ inputs: ['x'], outputs: [{ name: 'a' }], rules: [['-', '1']] }).replace(
      '</inputExpression>',
      '</inputExpression><inputValues><text>[1..5]</text></inputValues>',
    );
    expect(await decide(decision('d', xml), 'd', { x: 5 })).toMatchObject({
      output: 1,
      warnings: [],
    });
    expect(await decide(decision('d', xml), 'd', { x: 6 })).toMatchObject({
      output: 1,
      warnings: [{ code: 'INPUT_NOT_ALLOWED' }],
    });
  });

  it('should match missing values and Chinese texts', async () => {
    const options: TableOptions = {
      inputs: ['类别'],
      outputs: [{ name: 'r' }],
      rules: [
        ['"低保","特困"', '"甲"'],
        ['null', '"缺"'],
      ],
    };
    const xml = decision('d', table(options));
    expect((await decide(xml, 'd', { 类别: '特困' })).output).toBe('甲');
    expect((await decide(xml, 'd', {})).output).toBe('缺');
  });
});
