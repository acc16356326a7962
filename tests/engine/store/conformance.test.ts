import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../engine/store/memory/store.ts';
import type { Store } from '../../../engine/store/port.ts';
import { PostgresStore } from '../../../engine/store/postgres/store.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';
import {
  incidentRow,
  instanceRow,
  jobRow,
  messageRow,
  processRow,
  subscriptionRow,
  timerRow,
} from './rows.ts';

let database: TestDatabase;
let schemas = 0;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

const stores: readonly { readonly name: string; create(): Store }[] = [
  { name: 'memory store', create: () => new MemoryStore() },
  {
    name: 'PostgreSQL store',
    create: () => new PostgresStore({ url: database.url, schema: `engine_${++schemas}` }),
  },
];

describe.each(stores)('$name', ({ create }) => {
  let store: Store;

  beforeEach(async () => {
    store = create();
    await store.open();
  });

  afterEach(() => store.close());

  it('should be empty at first', async () => {
    expect(await store.open()).toEqual({
      keyCounter: 0n,
      processes: [],
      requirements: [],
      decisions: [],
    });
    expect(await store.nextDueAt()).toBeUndefined();
    expect(await store.find('job', ['30'])).toEqual([]);
  });

  it('should have what was committed when it is opened again', async () => {
    // given
    const row = processRow();
    await store.commit({
      tables: { process: { put: [row], remove: [] } },
      log: [],
      keyCounter: 7n,
    });

    // when
    const opening = await store.open();

    // then
    expect(opening.keyCounter).toBe(7n);
    expect(opening.processes).toEqual([row]);
  });

  it('should write rows, replace them and remove them', async () => {
    // given
    const kept = incidentRow({ key: '40' });
    const removed = incidentRow({ key: '41', jobKey: '30' });
    await store.commit({ tables: { incident: { put: [kept, removed], remove: [] } }, log: [] });
    expect(await store.find('incident', ['41', '40', '99'])).toEqual([kept, removed]);

    // when
    const changed = { ...kept, message: 'Expected a boolean' };
    await store.commit({ tables: { incident: { put: [changed], remove: ['41'] } }, log: [] });

    // then
    expect(await store.find('incident', ['40', '41'])).toEqual([changed]);
  });

  it('should load an instance with the log that its snapshot does not contain', async () => {
    // given
    const row = instanceRow({ key: '20', snapshot: '{"a":"b"}', snapshotSeq: 1 });
    const log = [1, 2, 3].map((seq) => ({
      key: '20',
      seq,
      at: 1_000 + seq,
      command: 'complete_job',
      events: `["${seq}"]`,
    }));

    // when
    await store.commit({ tables: { instance: { put: [row], remove: [] } }, log });

    // then
    const [stored] = await store.instances(['20', '21']);
    expect(stored?.row).toEqual(row);
    expect(stored?.log.map(({ seq, events }) => ({ seq, events }))).toEqual([
      { seq: 2, events: '["2"]' },
      { seq: 3, events: '["3"]' },
    ]);
    expect(await store.log('20')).toEqual(log);
  });

  it('should forget an instance that has ended', async () => {
    // given
    await store.commit({
      tables: { instance: { put: [instanceRow({ key: '20' })], remove: [] } },
      log: [],
    });

    // when
    await store.commit({ tables: { instance: { put: [], remove: ['20'] } }, log: [] });

    // then
    expect(await store.instances(['20'])).toEqual([]);
  });

  it('should find the oldest activatable jobs of a type', async () => {
    // given: keys of different length, which texts would sort wrongly
    const put = [
      jobRow({ key: '100' }),
      jobRow({ key: '99' }),
      jobRow({ key: '98', type: 'other' }),
      jobRow({ key: '97', state: 'activated', deadlineAt: 9_000, worker: 'w' }),
      jobRow({ key: '96', state: 'failed' }),
      jobRow({ key: '95' }),
    ];
    await store.commit({ tables: { job: { put, remove: [] } }, log: [] });

    // when
    const jobs = await store.activatableJobs('work', 2, ['95']);

    // then
    expect(jobs.map(({ key }) => key)).toEqual(['99', '100']);
    expect(jobs[1]).toEqual(put[0]);
  });

  it('should find the job of an element', async () => {
    const put = [jobRow({ key: '30', elementInstanceKey: '25' }), jobRow({ key: '31' })];
    await store.commit({ tables: { job: { put, remove: [] } }, log: [] });
    expect((await store.jobsOfElement('25')).map(({ key }) => key)).toEqual(['30']);
  });

  it('should find what is due, the earliest first, and when the next thing is', async () => {
    // given
    const timers = [timerRow({ key: '51', dueAt: 300 }), timerRow({ key: '52', dueAt: 200 })];
    timers.push(timerRow({ key: '53', dueAt: 900 }));
    const jobs = [
      jobRow({ key: '61', state: 'activated', deadlineAt: 300, worker: 'w' }),
      jobRow({ key: '62', state: 'activated', deadlineAt: 700, worker: 'w' }),
      jobRow({ key: '63', state: 'failed', backoffUntil: 100 }),
    ];
    const messages = [messageRow({ key: '71', deadlineAt: 299 }), messageRow({ key: '72' })];
    await store.commit({
      tables: {
        timer: { put: timers, remove: [] },
        job: { put: jobs, remove: [] },
        message: { put: messages, remove: [] },
      },
      log: [],
    });

    // when
    const due = await store.due(300, 10);

    // then
    expect(due.timers.map(({ key }) => key)).toEqual(['52', '51']);
    expect(due.leases.map(({ key }) => key)).toEqual(['61']);
    expect(due.backoffs.map(({ key }) => key)).toEqual(['63']);
    expect(due.messages.map(({ key }) => key)).toEqual(['71']);
    expect(await store.nextDueAt()).toBe(100);
    expect((await store.due(300, 1)).timers.map(({ key }) => key)).toEqual(['52']);
  });

  it('should find subscriptions, messages and locks by their address', async () => {
    // given: texts of any length and any characters
    const long = '键'.repeat(5_000);
    const subscriptions = [
      subscriptionRow({ key: '82' }),
      subscriptionRow({ key: '81', correlationKey: long, interrupting: false }),
      subscriptionRow({ key: '83', messageName: 'refused' }),
    ];
    const messages = [messageRow({ key: '91', correlationKey: long }), messageRow({ key: '90' })];
    const locks = [{ key: '20', bpmnProcessId: 'relief', correlationKey: long }];
    await store.commit({
      tables: {
        subscription: { put: subscriptions, remove: [] },
        message: { put: messages, remove: [] },
        start_lock: { put: locks, remove: [] },
      },
      log: [],
    });

    // then
    const address = { name: 'paid', correlationKey: long };
    expect(await store.subscriptions([address])).toEqual([subscriptions[1]]);
    expect(await store.messages([address])).toEqual([messages[0]]);
    const lock = { bpmnProcessId: 'relief', correlationKey: long };
    expect(await store.startLocks([lock])).toEqual(locks);
    expect(await store.startLocks([{ ...lock, correlationKey: 'case-1' }])).toEqual([]);
  });

  it('should find the start timers of a definition', async () => {
    const start = timerRow({
      key: '55',
      dueAt: 1,
      processInstanceKey: null,
      processDefinitionKey: '10',
      repetitions: -1,
    });
    const put = [start, timerRow({ key: '56', dueAt: 1 })];
    await store.commit({ tables: { timer: { put, remove: [] } }, log: [] });
    expect(await store.startTimers('10')).toEqual([start]);
  });

  it('should keep texts that are hard to keep', async () => {
    const message = `"'\\{},NULL\n\t键😀`;
    const row = incidentRow({ key: '40', message });
    await store.commit({ tables: { incident: { put: [row], remove: [] } }, log: [] });
    expect(await store.find('incident', ['40'])).toEqual([row]);
  });

  it('should take a large batch', async () => {
    const put = Array.from({ length: 3_000 }, (_, place) => jobRow({ key: String(1_000 + place) }));
    await store.commit({ tables: { job: { put, remove: [] } }, log: [] });
    await store.commit({
      tables: { job: { put: [], remove: put.slice(1).map(({ key }) => key) } },
      log: [],
    });
    expect(await store.activatableJobs('work', 10, [])).toEqual([put[0]]);
  });
});

describe('PostgreSQL store', () => {
  it('should keep a NUL character from failing a batch', async () => {
    // given
    const store = new PostgresStore({ url: database.url, schema: 'engine_nul' });
    await store.open();

    // when
    const put = [subscriptionRow({ key: '81', correlationKey: 'a\0b' })];
    await store.commit({ tables: { subscription: { put, remove: [] } }, log: [] });

    // then: it is found by the same text again
    const found = await store.subscriptions([{ name: 'paid', correlationKey: 'a\0b' }]);
    expect(found.map(({ key }) => key)).toEqual(['81']);
    await store.close();
  });

  it('should write all of a batch or nothing', async () => {
    // given
    const store = new PostgresStore({ url: database.url, schema: 'engine_atomic' });
    await store.open();

    // when: the second table refuses its row
    const commit = store.commit({
      tables: {
        incident: { put: [incidentRow({ key: '40' })], remove: [] },
        process: { put: [processRow({ version: Number.NaN })], remove: [] },
      },
      log: [],
    });

    // then
    await expect(commit).rejects.toThrow('Expected to store a batch');
    expect(await store.find('incident', ['40'])).toEqual([]);
    await store.close();
  });

  it('should refuse a second writer with a line that says what to do', async () => {
    // given
    const options = { url: database.url, schema: 'engine_lock', lockMsMax: 100 };
    const first = new PostgresStore(options);
    await first.open();

    // when
    const second = new PostgresStore(options);

    // then
    await expect(second.open()).rejects.toThrow("only engine on schema 'engine_lock'");
    await first.close();
    await second.open();
    await second.close();
  });
});
