import { type Drg, evaluateDecision, parseDmn } from '../../../engine/feel/dmn/index.ts';
import type { Lookup } from '../../../engine/feel/index.ts';
import type { TckCase, TckModel, TckResult } from './cases.ts';
import { isExpected } from './judge.ts';

export interface TckOutcome {
  readonly level: string;
  readonly model: string;
  readonly caseId: string;
  readonly isPassed: boolean;
  readonly reason: string;
}

/** A fixed instant; the kit asks of `now()` and `today()` only what type they are. */
const NOW = Date.UTC(2026, 0, 15, 8, 30);

function idOf(drg: Drg, testCase: TckCase, result: TckResult): string | undefined {
  const isService = testCase.type === 'decisionService' && testCase.invocable !== undefined;
  const all = isService ? drg.services : drg.decisions;
  const name = isService ? testCase.invocable : result.name;
  return [...all.values()].find((each) => each.name === name)?.id;
}

function judge(drg: Drg, testCase: TckCase, result: TckResult): string {
  const { inputs } = testCase;
  const lookup: Lookup = { get: (name) => inputs.get(name), has: (name) => inputs.has(name) };
  const id = idOf(drg, testCase, result);
  if (id === undefined) return `no element named ${result.name}`;
  const { output, failure, warnings } = evaluateDecision(drg, id, lookup, { now: NOW });
  if (result.isError && (failure !== undefined || output === null)) return '';
  if (isExpected(result.expected, output)) return '';
  const because = failure?.message ?? warnings.map((each) => each.message).join('; ');
  return `expected ${JSON.stringify(result.expected, mapsAsLists)}, found ${JSON.stringify(output)} ${because}`;
}

function mapsAsLists(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

/** Runs all cases of a model; a model that cannot be read fails all of them. */
export async function runModel(model: TckModel): Promise<readonly TckOutcome[]> {
  const drg = await parseDmn(model.xml);
  const outcome = (testCase: TckCase, reason: string): TckOutcome => ({
    level: model.level,
    model: model.name,
    caseId: testCase.id,
    isPassed: reason === '',
    reason,
  });
  if (!drg.ok) {
    const reason = drg.problems.map((each) => each.message).join('; ');
    return model.cases.map((each) => outcome(each, reason));
  }
  return model.cases.map((each) => {
    const reasons = each.results.map((result) => judge(drg, each, result));
    return outcome(each, reasons.filter((reason) => reason !== '').join('; '));
  });
}
