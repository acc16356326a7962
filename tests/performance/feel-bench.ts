/**
 * Measures what compiling an expression once saves: the same condition evaluated again and again,
 * compiled before, and compiled each time.
 *
 *   node --import tsx tests/performance/feel-bench.ts [seconds for each figure]
 */
import { compile, type JsonValue, type Lookup } from '../../engine/feel/index.ts';

const SECONDS = Number(process.argv[2] ?? 5) / 5;
const TEXT = 'fund = "fiscal" and amountFen <= limits.deputyFen and count(household) > 0';
const VARIABLES: Readonly<Record<string, JsonValue>> = {
  fund: 'fiscal',
  amountFen: 120_000,
  limits: { deputyFen: 130_000 },
  household: [{ name: '甲一' }, { name: '乙一' }],
};
const LOOKUP: Lookup = {
  get: (name) => VARIABLES[name],
  has: (name) => Object.hasOwn(VARIABLES, name),
};

function compiled() {
  const result = compile(TEXT, 'expression');
  if ('evaluate' in result) return result;
  throw new Error(`Expected the expression to compile, but: ${result.message}`);
}

/** How often something can be done in a second; the first tenth is warm-up. */
function perSecond(work: () => void): number {
  const begin = performance.now();
  const warmAt = begin + SECONDS * 100;
  const endAt = begin + SECONDS * 1_100;
  let done = 0;
  for (let now = begin; now < endAt; now = performance.now()) {
    for (let times = 0; times < 50; times += 1) work();
    if (now >= warmAt) done += 50;
  }
  return done / SECONDS;
}

function evaluate(expression: ReturnType<typeof compiled>): void {
  const result = expression.evaluate(LOOKUP, { now: 0 });
  if (!result.ok || result.value !== true) throw new Error('Expected the condition to hold');
}

const once = compiled();
const before = perSecond(() => evaluate(once));
const each = perSecond(() => evaluate(compiled()));
process.stdout.write(
  `compiled before: ${before.toFixed(0)} evaluations/s, compiled each time: ${each.toFixed(0)}/s\n` +
    `compiled before / each time = ${(before / each).toFixed(1)}\n`,
);
