import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Broker } from '../../../engine/broker/broker.ts';
import { systemClock } from '../../../engine/broker/clock.ts';
import { silentLogger } from '../../../engine/broker/logger.ts';
import { MemoryStore } from '../../../engine/store/memory/store.ts';
import type { Changes } from '../../../engine/store/port.ts';
import { StoreUnavailableError, UnstorableError } from '../../../engine/store/port.ts';
import { PostgresStore } from '../../../engine/store/postgres/store.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';
import { bpmn, serviceTask } from '../gateway/models.ts';

/** A store that fails when it is told to: the disk, the network or one row. */
class FailingStore extends MemoryStore {
  failure: ((changes: Changes) => Error | undefined) | undefined;

  override async commit(changes: Changes): Promise<void> {
    const error = this.failure?.(changes);
    if (error !== undefined) throw error;
    await super.commit(changes);
  }
}

function brokerOn(store: FailingStore | PostgresStore): Broker {
  return new Broker({ store, clock: systemClock, logger: silentLogger, zone: 'Asia/Shanghai' });
}

async function deploy(broker: Broker, name: string, xml: string): Promise<void> {
  const resources = [{ name, content: Buffer.from(xml) }];
  const reply = await broker.execute('deploy_resources', { resources });
  expect(reply).toMatchObject({ ok: true });
}

function create(broker: Broker, bpmnProcessId: string, variables = {}) {
  return broker.execute('create_instance', {
    processDefinitionKey: '0',
    bpmnProcessId,
    version: -1,
    variables,
    startElementIds: [],
  });
}

function activate(broker: Broker, type: string) {
  return broker.execute('activate_jobs', {
    type,
    worker: 'w',
    timeoutMs: 60_000,
    jobsMax: 100,
    fetchVariables: [],
  });
}

describe('broker, when something fails', () => {
  it('should forget what was not stored, and give no key of it to anything else', async () => {
    // given
    const store = new FailingStore();
    const broker = brokerOn(store);
    await broker.start();
    await deploy(broker, 'a.bpmn', serviceTask('a', 'a-work'));

    // when: the store is away for one batch
    store.failure = () => new StoreUnavailableError('the disk is full');
    expect(await create(broker, 'a')).toMatchObject({ problem: { code: 'unavailable' } });
    store.failure = undefined;

    // then
    expect(await activate(broker, 'a-work')).toMatchObject({ ok: true, value: [] });
    const created = await create(broker, 'a');
    expect(created.ok).toBe(true);
    expect(await activate(broker, 'a-work')).toMatchObject({ value: [{ type: 'a-work' }] });
    await broker.stop();
  });

  it('should refuse alone what cannot be stored, and do the rest of its batch', async () => {
    // given
    const store = new FailingStore();
    const broker = brokerOn(store);
    await broker.start();
    await deploy(broker, 'a.bpmn', serviceTask('a', 'a-work'));
    store.failure = ({ log }) =>
      log.some(({ events }) => events.includes('poison'))
        ? new UnstorableError('invalid byte sequence')
        : undefined;

    // when
    const replies = await Promise.all([
      create(broker, 'a', { n: 1 }),
      create(broker, 'a', { n: 'poison' }),
      create(broker, 'a', { n: 3 }),
    ]);

    // then
    expect(replies.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(replies[1]).toMatchObject({ problem: { code: 'processing_error' } });
    const jobs = await activate(broker, 'a-work');
    expect(jobs).toMatchObject({ value: [{ variables: { n: 1 } }, { variables: { n: 3 } }] });
    await broker.stop();
  });

  it('should survive a process that calls itself for ever', async () => {
    // given
    const broker = brokerOn(new FailingStore());
    await broker.start();
    const endless = bpmn(
      'endless',
      `<startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="call"/>
      <callActivity id="call"><extensionElements>
        <zeebe:calledElement processId="endless"/></extensionElements></callActivity>`,
    );
    await deploy(broker, 'endless.bpmn', endless);
    await deploy(broker, 'a.bpmn', serviceTask('a', 'a-work'));

    // when
    const replies = await Promise.all([create(broker, 'endless'), create(broker, 'a')]);

    // then: the innermost call has an incident
    expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
    await broker.stop();
  });

  it('should set an instance aside that cannot be read, and go on with the others', async () => {
    // given: two instances, the log of one of which is damaged while nobody has it in memory
    const store = new FailingStore();
    const first = brokerOn(store);
    await first.start();
    await deploy(first, 'a.bpmn', serviceTask('a', 'a-work'));
    const damaged = await create(first, 'a', { n: 1 });
    await create(first, 'a', { n: 2 });
    const jobs = await activate(first, 'a-work');
    await first.stop();
    const key = damaged.ok ? damaged.value.processInstanceKey : '';
    const log = [{ key, seq: 2, at: 0, command: 'none', events: '[{"type":"job_completed"}]' }];
    await store.commit({ tables: {}, log });

    // when
    const broker = brokerOn(store);
    await broker.start();
    const keys = jobs.ok ? jobs.value.map((job) => job.key) : [];
    const replies = await Promise.all(
      keys.map((job) => broker.execute('complete_job', { key: job, variables: {} })),
    );

    // then
    expect(replies).toMatchObject([
      { ok: false, problem: { code: 'processing_error' } },
      { ok: true },
    ]);
    expect(await store.find('instance', [key])).toMatchObject([{ isSetAside: true }]);
    expect(await broker.execute('cancel_instance', { key })).toMatchObject({
      problem: { message: expect.stringContaining('set aside') },
    });
    await broker.execute('yield_jobs', { keys: keys.slice(0, 1) });
    expect(await activate(broker, 'a-work')).toMatchObject({ ok: true, value: [] });
    await broker.stop();
  });

  it('should refuse everything once it stops, and finish what it has begun', async () => {
    const broker = brokerOn(new FailingStore());
    await broker.start();
    await deploy(broker, 'a.bpmn', serviceTask('a', 'a-work'));
    const begun = create(broker, 'a');
    const stopped = broker.stop();
    expect(await create(broker, 'a')).toMatchObject({ problem: { code: 'unavailable' } });
    await stopped;
    expect(await begun).toMatchObject({ ok: true });
  });
});

describe('broker on PostgreSQL, when the connection is lost', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
  });

  afterAll(() => database.drop());

  it('should answer unavailable, connect again and know what was stored', async () => {
    // given
    const broker = brokerOn(new PostgresStore({ url: database.url, schema: 'engine' }));
    await broker.start();
    await deploy(broker, 'a.bpmn', serviceTask('a', 'a-work'));
    const before = await create(broker, 'a', { n: 1 });
    expect(before.ok).toBe(true);

    // when
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'yunge engine' AND datname = current_database()`);
    await admin.end();

    // then: at most what was under way is told to try again
    const after = await until('the engine to be back', async () => {
      const reply = await create(broker, 'a', { n: 2 });
      if (!reply.ok) expect(reply.problem.code).toBe('unavailable');
      return reply.ok ? reply.value : undefined;
    });
    expect(before.ok && after.processInstanceKey > before.value.processInstanceKey).toBe(true);
    const jobs = await activate(broker, 'a-work');
    expect(jobs).toMatchObject({ value: [{ variables: { n: 1 } }, { variables: { n: 2 } }] });
    await broker.stop();
  });
});
