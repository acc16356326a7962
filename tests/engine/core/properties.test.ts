import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocks, filesOf } from './support/random-process.ts';
import { Scenario } from './support/scenario.ts';

const RUNS = 50;
const ACTIONS_MAX = 400;
const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);

/** One random thing that happens to the world; `at` chooses among what is there. */
interface Action {
  readonly type: 'complete' | 'fail' | 'throw' | 'tick' | 'publish' | 'resolve' | 'set';
  readonly at: number;
  readonly n: number;
}

const action: fc.Arbitrary<Action> = fc.record({
  type: fc.constantFrom<Action['type'][]>(
    'complete',
    'complete',
    'complete',
    'fail',
    'throw',
    'tick',
    'publish',
    'resolve',
    'set',
  ),
  at: fc.nat(20),
  n: fc.nat(4),
});

function pick<Value>(values: Iterable<Value>, at: number): Value | undefined {
  const list = [...values];
  return list[at % Math.max(1, list.length)];
}

/** Does what can be done; an action that nothing is there for does nothing. */
function act(scenario: Scenario, { type, at, n }: Action): void {
  const job = pick(scenario.jobs.values(), at);
  const incident = pick(scenario.incidents.values(), at);
  if (type === 'tick') scenario.advance(1000);
  else if (type === 'publish') scenario.publish('go', 'c1', { n });
  else if (type === 'resolve' && incident !== undefined) resolve(scenario, incident);
  else if (job !== undefined) actOnJob(scenario, job, type, n);
}

function actOnJob(
  scenario: Scenario,
  { jobKey, processInstanceKey: key }: { jobKey: string; processInstanceKey: string },
  type: Action['type'],
  n: number,
): void {
  const variables = { n };
  const report = { jobKey, variables, errorMessage: '' };
  if (type === 'complete') scenario.trySend(key, { type: 'complete_job', jobKey, variables });
  if (type === 'fail') {
    scenario.trySend(key, { type: 'fail_job', ...report, retries: n, retryBackoffMs: 0 });
  }
  if (type === 'throw')
    scenario.trySend(key, { type: 'throw_job_error', ...report, errorCode: 'E' });
  if (type === 'set') {
    scenario.trySend(key, { type: 'set_variables', scopeKey: key, variables, local: false });
  }
}

function resolve(
  scenario: Scenario,
  incident: { incidentKey: string; processInstanceKey: string; jobKey?: string },
): void {
  const { incidentKey, jobKey, processInstanceKey: key } = incident;
  if (jobKey !== undefined) {
    scenario.send(key, { type: 'update_job_retries', jobKey, retries: 1 });
  }
  scenario.send(key, { type: 'resolve_incident', incidentKey });
}

/** How much the world waits for. A living instance always waits for something. */
function waits(scenario: Scenario): number {
  const { jobs, timers, subscriptions, incidents } = scenario;
  return jobs.size + timers.size + subscriptions.size + incidents.size;
}

async function begin(files: readonly string[]): Promise<{ scenario: Scenario; key: string }> {
  const scenario = await Scenario.of(...files);
  return { scenario, key: scenario.create({ n: 0, caseId: 'c1' }) };
}

describe(`the core, with random processes (seed ${seed})`, () => {
  it('should have the same state after replaying the events, after every step', async () => {
    // The scenario itself compares after every step; see Scenario.#prove.
    const property = fc.asyncProperty(
      blocks.map(filesOf),
      fc.array(action, { maxLength: 25 }),
      async (files, actions) => {
        const { scenario, key } = await begin(files);
        for (const next of actions) {
          act(scenario, next);
          expect(scenario.outcome(key) !== undefined || waits(scenario) > 0).toBe(true);
        }
        scenario.trySend(key, { type: 'cancel_instance' });
        expect(waits(scenario)).toBe(0);
        expect([...scenario.states.values()].every((state) => state.outcome)).toBe(true);
      },
    );
    await fc.assert(property, { seed, numRuns: RUNS });
  });

  it('should end on every random path, or wait for something', async () => {
    const property = fc.asyncProperty(
      blocks.map(filesOf),
      fc.array(fc.nat(20), { minLength: 1, maxLength: 10 }),
      async (files, choices) => {
        const { scenario, key } = await begin(files);
        for (let turn = 0; scenario.outcome(key) === undefined; turn += 1) {
          expect(turn).toBeLessThan(ACTIONS_MAX);
          expect(waits(scenario)).toBeGreaterThan(0);
          drive(scenario, turn, choices[turn % choices.length] ?? 0);
        }
        expect(scenario.outcome(key)).toBe('completed');
        expect(waits(scenario)).toBe(0);
      },
    );
    await fc.assert(property, { seed, numRuns: RUNS });
  });
});

/** Everything that a process waits for happens, sooner or later; `choice` says to which job. */
function drive(scenario: Scenario, turn: number, choice: number): void {
  const n = choice % 5;
  if (turn % 2 === 0) act(scenario, { type: 'complete', at: choice, n });
  else act(scenario, { type: turn % 4 === 1 ? 'publish' : 'tick', at: 0, n });
  act(scenario, { type: 'resolve', at: choice, n });
}
