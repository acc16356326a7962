import { describe, expect, it } from '@jest/globals';
import { readKit } from './tck/cases.ts';
import { runModel, type TckOutcome } from './tck/run.ts';

/** Share of the cases that must pass, by level. */
const FLOORS: Readonly<Record<string, number>> = {
  'compliance-level-2': 1,
  'compliance-level-3': 0.95,
};

const folder = process.env.TCK_DIR ?? '';

async function runKit(): Promise<readonly TckOutcome[]> {
  const outcomes: TckOutcome[] = [];
  for (const model of readKit(folder)) outcomes.push(...(await runModel(model)));
  return outcomes;
}

function failuresOf(outcomes: readonly TckOutcome[]): string[] {
  return outcomes
    .filter((each) => !each.isPassed)
    .map((each) => `${each.model} ${each.caseId}: ${each.reason.slice(0, 200)}`);
}

describe('DMN conformance kit', () => {
  if (folder === '') {
    it('should be named by TCK_DIR: the variable is not set, so no case of the kit ran', () => {
      expect(process.env.TCK_DIR).toBeFalsy();
    });
    return;
  }

  it('should pass at least the floor of each level', async () => {
    // when
    const outcomes = await runKit();

    // then
    expect(outcomes.length).toBeGreaterThan(0);
    for (const [level, floor] of Object.entries(FLOORS)) {
      const ofLevel = outcomes.filter((each) => each.level === level);
      const passed = ofLevel.filter((each) => each.isPassed).length;
      const failures = failuresOf(ofLevel).join('\n');
      process.stdout.write(`${level}: ${passed} of ${ofLevel.length} cases\n${failures}\n`);
      expect(passed).toBeGreaterThanOrEqual(Math.ceil(ofLevel.length * floor));
    }
  });
});
