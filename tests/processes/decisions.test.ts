import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { type Drg, evaluateDecision, parseDmn } from '../../engine/feel/dmn/index.ts';
import type { JsonValue } from '../../engine/feel/index.ts';
import { loadProcesses } from '../../processes/load.ts';

interface DecisionCase {
  readonly name: string;
  readonly decision: string;
  readonly given: Readonly<Record<string, JsonValue>>;
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  /** `none` for a collection without entries. */
  readonly expect: JsonValue;
  readonly rules?: readonly string[];
}

const FOLDER = path.resolve(import.meta.dirname, '../../processes');
const NOW = { now: Date.UTC(2026, 10, 24), zone: 'Asia/Shanghai' };

const processes = [...loadProcesses().values()].map((content) => ({
  content,
  suite: parse(readFileSync(path.join(FOLDER, content.key, 'decisions.test.yaml'), 'utf8')) as {
    base: Record<string, JsonValue>;
    cases: DecisionCase[];
  },
  xml: content.files.find(({ name }) => name.endsWith('decisions.dmn'))?.content ?? '',
}));

describe.each(processes)('decisions of $content.key', ({ content, suite, xml }) => {
  const defaults = Object.fromEntries(content.parameters.map(({ key, value }) => [key, value]));

  let drg: Drg;

  beforeAll(async () => {
    const parsed = await parseDmn(xml);
    if (!('decisions' in parsed)) throw new Error(`Expected a graph: ${JSON.stringify(parsed)}`);
    drg = parsed;
  });

  it.each(suite.cases)('should decide: $name', (decisionCase) => {
    // given
    const variables = new Map<string, JsonValue>(
      Object.entries({
        ...suite.base,
        ...decisionCase.given,
        parameters: { ...defaults, ...decisionCase.parameters },
      }),
    );

    // when
    const result = evaluateDecision(drg, decisionCase.decision, variables, NOW);

    // then
    expect(result.failure).toBeUndefined();
    if (decisionCase.expect === 'none') expect(result.output ?? []).toEqual([]);
    else if (Array.isArray(decisionCase.expect)) expect(result.output).toEqual(decisionCase.expect);
    else if (typeof decisionCase.expect === 'object') {
      expect(result.output).toMatchObject(decisionCase.expect as object);
    } else expect(result.output).toBe(decisionCase.expect);
    if (decisionCase.rules !== undefined) {
      const last = result.evaluatedDecisions.at(-1);
      const matched = last?.matchedRules.map(({ ruleId }) => ruleId);
      expect(matched).toEqual(decisionCase.rules.map((rule) => `${decisionCase.decision}_${rule}`));
    }
  });

  it('should hold no amount outside the parameters', () => {
    const texts = [...xml.matchAll(/<text>([^<]*)<\/text>/gu)].map(([, text]) => text ?? '');
    const amounts = texts.filter((text) => /\d{3,}/u.test(text));
    expect(amounts).toEqual([]);
  });

  it('should read only parameters that process.yaml states', () => {
    const used = [...xml.matchAll(/parameters\.(\w+)/gu)].map(([, key]) => key ?? '');
    expect(used.filter((key) => !(key in defaults))).toEqual([]);
  });
});
