import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, mappings, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const model = bpmn(
  `<startEvent id="start"/>${serviceTask('work')}<endEvent id="end"/>${flows('start > work > end')}`,
);
const fail = (jobKey: string, retries: number, retryBackoffMs = 0, variables = {}) =>
  ({
    type: 'fail_job',
    jobKey,
    retries,
    retryBackoffMs,
    errorMessage: 'broken',
    variables,
  }) as const;

describe('job commands', () => {
  it('should let a failed job with retries be done again', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();
    const { jobKey } = scenario.job('work');

    // when
    scenario.send(key, fail(jobKey, 2));

    // then
    expect(scenario.events.at(-1)).toMatchObject({
      type: 'job_failed',
      state: 'activatable',
      retries: 2,
    });
    scenario.completeJob('work');
    expect(scenario.outcome(key)).toBe('completed');
  });

  it('should not let a job be completed during its back-off', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();
    const { jobKey } = scenario.job('work');

    // when
    scenario.send(key, fail(jobKey, 2, 5000));

    // then
    expect(scenario.events.at(-1)).toMatchObject({
      type: 'job_failed',
      state: 'failed',
      backoffUntil: scenario.now + 5000,
    });
    const command = { type: 'complete_job', jobKey, variables: {} } as const;
    expect(scenario.trySend(key, command)).toEqual({
      code: 'invalid_state',
      message: `Expected to complete job with key '${jobKey}', but it is in state 'FAILED'`,
    });

    // when
    scenario.send(key, { type: 'end_job_backoff', jobKey });

    // then
    expect(scenario.trySend(key, command)).toBeUndefined();
  });

  it('should need new retries before the incident of a failed job can be resolved', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();
    const { jobKey } = scenario.job('work');
    scenario.send(key, fail(jobKey, 0));
    const { incidentKey } = scenario.incident();
    const resolve = { type: 'resolve_incident', incidentKey } as const;
    expect(scenario.incident()).toMatchObject({
      code: 'job_no_retries',
      message: 'broken',
      jobKey,
    });

    // when / then
    expect(scenario.trySend(key, resolve)?.code).toBe('not_found');
    const none = { type: 'update_job_retries', jobKey, retries: 0 } as const;
    expect(scenario.trySend(key, none)?.code).toBe('invalid_argument');
    scenario.send(key, { ...none, retries: 1 });
    expect(scenario.incidents.size).toBe(1);
    scenario.send(key, resolve);
    expect(scenario.events.at(-1)).toMatchObject({ type: 'job_made_activatable', jobKey });
    expect(scenario.trySend(key, resolve)?.code).toBe('not_found');
    scenario.completeJob('work');
    expect(scenario.outcome(key)).toBe('completed');
  });

  it('should keep the variables of a failure local to the task', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();
    const { jobKey, elementInstanceKey } = scenario.job('work');

    // when
    scenario.send(key, fail(jobKey, 1, 0, { seen: 1 }));

    // then
    expect(scenario.local(key, elementInstanceKey)).toEqual({ seen: 1 });
    expect(scenario.variables(key)).toEqual({});
  });

  it('should answer OK to an error that nothing catches, with an incident on the task', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();
    const { jobKey } = scenario.job('work');

    // when
    scenario.throwError('work', 'E', { lost: 1 });

    // then
    expect(scenario.incident()).toMatchObject({
      code: 'unhandled_error_event',
      message:
        "Expected to throw an error event with the code 'E', but it was not caught. " +
        'No error events are available in the scope.',
    });
    const complete = { type: 'complete_job', jobKey, variables: {} } as const;
    expect(scenario.trySend(key, complete)?.message).toContain("in state 'ERROR_THROWN'");
    scenario.resolveIncident();
    scenario.completeJob('work');
    expect(scenario.variables(key)).toEqual({});
  });

  it('should refuse a job that is not there', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();

    // when / then
    expect(scenario.trySend(key, { type: 'complete_job', jobKey: '1', variables: {} })).toEqual({
      code: 'not_found',
      message: "Expected to complete job with key '1', but no such job was found",
    });
  });

  it('should refuse a variable that is too large, and change nothing', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();
    const { jobKey } = scenario.job('work');
    const variables = { text: 'x'.repeat(300_000) };

    // when
    const rejection = scenario.trySend(key, { type: 'complete_job', jobKey, variables });

    // then
    expect(rejection?.code).toBe('invalid_argument');
    expect(scenario.jobs.size).toBe(1);
  });

  it('should stop a job that does not fit into a message', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();
    const { jobKey } = scenario.job('work');

    // when
    scenario.send(key, { type: 'refuse_oversized_job', jobKey, message: 'too large' });

    // then
    expect(scenario.incident()).toMatchObject({ code: 'message_size_exceeded', jobKey });
    scenario.resolveIncident();
    scenario.completeJob('work');
    expect(scenario.outcome(key)).toBe('completed');
  });

  it('should repeat only the output mapping when that fails', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        `<startEvent id="start"/>${serviceTask('work', mappings([], ['=assert(x, x > 1) -> y']))}` +
          flows('start > work'),
      ),
    );
    const key = scenario.create({ x: 0 });

    // when
    scenario.completeJob('work');

    // then
    expect(scenario.incident().code).toBe('io_mapping_error');
    const variables = { x: 2 };
    scenario.send(key, { type: 'set_variables', scopeKey: key, variables, local: false });
    scenario.resolveIncident();
    expect(scenario.variables(key)).toEqual({ x: 2, y: 2 });
    expect(scenario.outcome(key)).toBe('completed');
  });
});
