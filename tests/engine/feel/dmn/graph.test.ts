import { describe, expect, it } from '@jest/globals';
import { evaluateDecision } from '../../../../engine/feel/dmn/index.ts';
import { environment, lookupOf } from '../evaluate.ts';
import { decide, decision, dmn, knows, literal, parse, requires } from './model.ts';

const model = (id: string, parameters: string, body: string) =>
  `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"/>
     <encapsulatedLogic>${parameters}${body}</encapsulatedLogic>
   </businessKnowledgeModel>`;

describe('requirements', () => {
  it('should evaluate what is required first, once', async () => {
    // given
    const xml =
      decision('total', literal('base + bonus'), requires('Decision', 'base', 'bonus')) +
      decision('base', literal('x * 10')) +
      decision('bonus', literal('base / 2'), requires('Decision', 'base'));

    // when
    const { output, evaluatedDecisions } = await decide(xml, 'total', { x: 2 });

    // then
    expect(output).toBe(30);
    expect(evaluatedDecisions.map((each) => [each.decisionId, each.output])).toEqual([
      ['base', 20],
      ['bonus', 10],
      ['total', 30],
    ]);
  });

  it('should name the decision that failed', async () => {
    const xml =
      decision('top', literal('inner'), requires('Decision', 'inner')) +
      decision('inner', literal('assert(x, x > 1, "too small")'));
    const { output, failure } = await decide(xml, 'top', { x: 0 });
    expect(output).toBeNull();
    expect(failure).toEqual({
      decisionId: 'inner',
      message: "Expected to evaluate decision 'top', but too small",
    });
  });

  it('should read text as the date that the input data is', async () => {
    const xml = `<inputData id="i" name="Born On"><variable name="Born On" typeRef="date"/></inputData>
      ${decision('age', literal('(today() - Born On) / duration("P1D")'), requires('Input', 'i'))}`;
    expect((await decide(xml, 'age', { 'Born On': '2026-11-20' })).output).toBe(4);
  });

  it('should read item definitions that hold one another many times, or themselves', async () => {
    const item = (name: string, ...types: readonly string[]) => {
      const each = (type: string, i: number) =>
        `<itemComponent name="c${i}"><typeRef>${type}</typeRef></itemComponent>`;
      return `<itemDefinition name="${name}">${types.map(each).join('')}</itemDefinition>`;
    };
    const chain = Array.from({ length: 60 }, (_, i) => item(`t${i}`, `t${i + 1}`, `t${i + 1}`));
    const xml =
      chain.join('') +
      item('t60', 'number') +
      item('self', 'self', 'date') +
      decision('d', literal('{c0: null, c1: @"2024-01-01"} instance of self'));
    expect((await decide(xml, 'd')).output).toBe(true);
  });

  it('should not know a decision that does not exist', async () => {
    const { failure } = await decide(decision('d', literal('1')), 'other');
    expect(failure).toEqual({
      decisionId: 'other',
      message: "Expected to evaluate decision 'other', but no decision found for 'other'",
    });
  });

  it('should stop at the limit of fuel for the whole graph', async () => {
    const xml = decision('d', literal('for i in 1..1000000 return i'));
    expect((await decide(xml, 'd')).failure?.message).toContain('100000 steps');
  });
});

describe('knowledge', () => {
  const parameter = '<formalParameter name="n" typeRef="number"/>';

  it('should be called by literal expressions and by invocations', async () => {
    const xml =
      model('double', parameter, literal('n * 2')) +
      decision('a', literal('double(x)'), knows('double')) +
      decision(
        'b',
        `<invocation>${literal('double')}
           <binding><parameter name="n"/>${literal('x + 1')}</binding>
         </invocation>`,
        knows('double'),
      );
    expect((await decide(xml, 'a', { x: 2 })).output).toBe(4);
    expect((await decide(xml, 'b', { x: 2 })).output).toBe(6);
  });

  it('should use other knowledge and itself', async () => {
    const xml =
      model('twice', parameter, literal('n * 2')) +
      `<businessKnowledgeModel id="f" name="f"><variable name="f"/>
         <encapsulatedLogic>${parameter}${literal('if n < 1 then 1 else twice(f(n - 1))')}
         </encapsulatedLogic>${knows('twice', 'f')}
       </businessKnowledgeModel>` +
      decision('d', literal('f(x)'), knows('f'));
    expect((await decide(xml, 'd', { x: 5 })).output).toBe(32);
    expect((await decide(xml, 'd', { x: 100000 })).failure?.message).toContain('nested too deep');
  });

  it('should be offered by decision services', async () => {
    const xml = `<inputData id="i" name="x"><variable name="x"/></inputData>
      ${decision('a', literal('x + 1'), requires('Input', 'i'))}
      ${decision('b', literal('a * 2'), requires('Decision', 'a'))}
      <decisionService id="s" name="s"><variable name="s"/>
        <outputDecision href="#b"/><inputDecision href="#a"/></decisionService>
      ${decision('c', literal('s(10)'), knows('s'))}`;
    expect((await decide(xml, 'c')).output).toBe(20);
    expect((await decide(xml, 's', { x: 4 })).output).toBe(10);
  });
});

describe('boxed expressions', () => {
  const entry = (name: string, expression: string) =>
    `<contextEntry>${name ? `<variable name="${name}"/>` : ''}${literal(expression)}</contextEntry>`;

  it('should evaluate contexts in order', async () => {
    const plain = decision('d', `<context>${entry('a', 'x')}${entry('b', 'a + 1')}</context>`);
    const result = decision('d', `<context>${entry('a', 'x')}${entry('', 'a + 5')}</context>`);
    expect((await decide(plain, 'd', { x: 1 })).output).toEqual({ a: 1, b: 2 });
    expect((await decide(result, 'd', { x: 1 })).output).toBe(6);
  });

  it('should evaluate lists and relations', async () => {
    const list = decision('d', `<list>${literal('1')}${literal('x')}</list>`);
    const row = (a: string, b: string) => `<row>${literal(a)}${literal(b)}</row>`;
    const relation = decision(
      'd',
      `<relation><column name="a"/><column name="b"/>${row('1', 'x')}${row('2', '"y"')}</relation>`,
    );
    expect((await decide(list, 'd', { x: 2 })).output).toEqual([1, 2]);
    expect((await decide(relation, 'd', { x: 3 })).output).toEqual([
      { a: 1, b: 3 },
      { a: 2, b: 'y' },
    ]);
  });

  it('should evaluate those of DMN 1.4 and later', async () => {
    const part = (name: string, text: string) => `<${name}>${literal(text)}</${name}>`;
    const boxes: readonly (readonly [string, unknown])[] = [
      [
        `<conditional>${part('if', 'x > 1')}${part('then', '"a"')}${part('else', '"b"')}</conditional>`,
        'a',
      ],
      [`<for iteratorVariable="i">${part('in', '[1, x]')}${part('return', 'i * i')}</for>`, [1, 9]],
      [
        `<some iteratorVariable="i">${part('in', '[1, x]')}${part('satisfies', 'i > 2')}</some>`,
        true,
      ],
      [
        `<every iteratorVariable="i">${part('in', '[1, x]')}${part('satisfies', 'i > 2')}</every>`,
        false,
      ],
      [`<filter>${part('in', '[1, x]')}${part('match', 'item > 2')}</filter>`, [3]],
    ];
    const namespace = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
    for (const [box, output] of boxes) {
      const drg = await parse(dmn(decision('d', box), namespace));
      expect(evaluateDecision(drg, 'd', lookupOf({ x: 3 }), environment).output).toEqual(output);
    }
  });
});
