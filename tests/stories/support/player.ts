import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { Duration } from 'luxon';
import { identityHash } from '../../../server/domain/identity/identity-hash.ts';
import type { Answer, TestClient } from '../../support/server.ts';
import { until } from '../../support/until.ts';
import { identityNumberLike } from './applicant.ts';
import type { Expectation, Journey, Journeys, Refusal, Step } from './journey.ts';
import type { World } from './world.ts';

type Data = Readonly<Record<string, unknown>>;

/** What an uploaded file belongs to. */
type Owner = { readonly draft?: string; readonly case?: string };

interface Receipt {
  readonly caseId: string;
  readonly number: string;
  readonly queryCode: string;
}

const PROCESS = 'temporary-relief';
const VILLAGE = '219921101200';
const SIGNATURE = 'data:image/png;base64,aQ==';
const DAY_MS = 86_400_000;
const DAYS_MAX = 14;
const MOMENT_MS = 1000;
const REST_MS = 300;
const WAIT_MS_MAX = 40_000;
/** Longer than any limit in working days that a journey lets pass. */
const PAST_DEADLINE_MS = 20 * DAY_MS;

/** Plays one journey over HTTP, as the people of the demo county. */
export class Player {
  readonly #world: World;
  readonly #forms: Journeys['forms'];
  readonly #n: number;
  #receipt: Receipt | undefined;
  /** Whether each supplement to come brings the missing paper, or words alone. */
  #looks: boolean[] = [];
  /** After a step of time the clock goes on while we wait, since a timer may begin a moment later. */
  #doesTimeFlow = false;

  constructor(world: World, forms: Journeys['forms'], n: number) {
    this.#world = world;
    this.#forms = forms;
    this.#n = n;
  }

  async play(journey: Journey): Promise<void> {
    const looks = journey.facts?.materialsComplete;
    this.#looks = Array.isArray(looks) ? [...looks.slice(1)] : [];
    for (const { earlierRelief, relative } of journey.given) {
      if (earlierRelief !== undefined) await this.#grantEarlier(earlierRelief);
      if (relative !== undefined) await this.#nameRelative(relative.user);
    }
    for (const step of journey.steps) await this.#step(step);
    await this.#expect({ state: journey.ends });
  }

  async #step(step: Step): Promise<void> {
    if (step.do === 'lodge') await this.#lodge(step);
    else if (step.do === 'complete') await this.#complete(step);
    else if (step.refused !== undefined) await this.#refuse(step.refused);
    else if (step.advance !== undefined) {
      await this.#settle();
      await this.#world.advance(Duration.fromISO(step.advance).toMillis());
      this.#doesTimeFlow = true;
      return;
    } else if (step.citizen !== undefined) await this.#citizen(step);
    else if (step.message !== undefined) await this.#message(step.message);
    else if (step.expect !== undefined) await this.#expect(step.expect);
    else throw new Error(`Expected a known step, but got ${JSON.stringify(step)}`);
    this.#doesTimeFlow = false;
  }

  async #await<T>(name: string, probe: () => Promise<T | undefined | false>): Promise<T> {
    for (let day = 0; this.#doesTimeFlow && day < DAYS_MAX; day += 1) {
      const value = await until(name, probe, MOMENT_MS).catch(() => undefined);
      if (value !== undefined) return value;
      await this.#world.advance(DAY_MS);
    }
    return until(name, probe, WAIT_MS_MAX);
  }

  async #lodge(step: Step): Promise<void> {
    const by = String(step.by);
    const isCitizen = by === 'citizen';
    const client = isCitizen ? this.#world.test.citizen() : await this.#world.as(by);
    const isApplication = step.entry === 'applicationReceived';
    const formKey = isApplication ? 'tr-f1' : 'tr-f0';
    const unitCode = step.unit ?? VILLAGE;
    const filled = { ...this.#forms[formKey], ...step.form };
    if (isApplication) return this.#apply(client, isCitizen ? 'web' : 'village', filled);
    const data = await this.#data(client, filled);
    const answer = await client.post('/api/clues', {
      processKey: PROCESS,
      entry: step.entry,
      unitCode,
      data,
    });
    expect([201, answer.body]).toEqual([answer.status, answer.body]);
    await this.#remember(answer.body);
  }

  /** Files belong to a draft until the application is handed in. */
  async #apply(client: TestClient, channel: string, form: Data): Promise<void> {
    const draftId = randomUUID();
    const draft = { processKey: PROCESS, formKey: 'tr-f1', data: {} };
    const saved = await client.put(`/api/drafts/${draftId}`, draft);
    expect([200, saved.body]).toEqual([saved.status, saved.body]);
    const data = await this.#data(client, form, { draft: draftId });
    const application = { processKey: PROCESS, channel, unitCode: VILLAGE, data, draftId };
    const answer = await client.post('/api/applications', application);
    expect([201, answer.body]).toEqual([answer.status, answer.body]);
    await this.#remember(answer.body);
  }

  async #remember(receipt: { number: string; queryCode: string }): Promise<void> {
    const row = await this.#caseRow(receipt.number);
    this.#receipt = { ...receipt, caseId: row.id };
  }

  async #complete(step: Step): Promise<void> {
    const people = typeof step.by === 'string' ? [step.by] : (step.by ?? []);
    for (const person of people) {
      const answer = await this.#tryToComplete(person, step);
      if (answer.status !== 200) {
        throw new Error(`${person} ${step.task}: ${JSON.stringify(answer.body)}`);
      }
    }
  }

  async #tryToComplete(person: string, step: Step | Refusal): Promise<Answer> {
    const task = await this.#openTask(step.task ?? '');
    const client = await this.#world.as(person);
    const seen = await client.get(`/api/tasks/${task.id}`);
    if (seen.status !== 200) return seen;
    const claimed = await client.post(`/api/tasks/${task.id}/claim`, {
      leaseVersion: seen.body.task.leaseVersion,
    });
    if (claimed.status !== 200) return claimed;
    const { form, prefill, data, actions } = claimed.body;
    const known = form === null ? {} : this.#forms[form.key];
    const filled = { ...prefill, ...data, ...known, ...step.form };
    const answer = await client.post(`/api/tasks/${task.id}/complete`, {
      leaseVersion: claimed.body.task.leaseVersion,
      action: step.action ?? actions[0].id,
      data: await this.#data(client, filled, { case: this.#known().caseId }),
      opinion: { text: ('text' in step ? step.text : undefined) ?? '' },
    });
    if (answer.status !== 200) await client.post(`/api/tasks/${task.id}/release`);
    return answer;
  }

  /** Puts uploads and signatures where a journey only names them, and this journey's person. */
  async #data(client: TestClient, form: Data, owner: Owner = {}): Promise<Data> {
    const uploads = new Map<string, string>();
    const fill = async (value: unknown): Promise<unknown> => {
      if (value === 'signed') return SIGNATURE;
      if (typeof value === 'string' && /^2199\d{13}[\dX]$/.test(value)) {
        return identityNumberLike(value, this.#n);
      }
      if (typeof value === 'string' && value.startsWith('file-')) {
        const known =
          uploads.get(value) ?? (await client.upload({ class: value.slice(5), ...owner }));
        uploads.set(value, known);
        return known;
      }
      if (Array.isArray(value)) return Promise.all(value.map(fill));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(async ([key, one]) => [key, await fill(one)]);
      return Object.fromEntries(await Promise.all(entries));
    };
    const filled: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(form)) filled[key] = await fill(value);
    return filled;
  }

  async #refuse(refusal: Refusal): Promise<void> {
    const answer =
      refusal.do === 'withdraw'
        ? await (await this.#track()).post('/api/track/withdraw', { reason: '', confirm: true })
        : await this.#tryToComplete(refusal.by, refusal);
    const allowed = refusal.code === 'forbidden' ? ['forbidden', 'not_found'] : [refusal.code];
    expect({
      step: refusal,
      code: allowed.includes(answer.body.code),
      answer: answer.body,
    }).toEqual({ step: refusal, code: true, answer: answer.body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }

  async #citizen(step: Step): Promise<void> {
    if (step.citizen === 'track') {
      const { stage, outcome } = step.expect ?? {};
      await this.#await(`the applicant to read ${JSON.stringify(step.expect)}`, async () => {
        const { body } = await (await this.#track()).get('/api/track');
        return body.stage === stage && (outcome === undefined || body.outcome === outcome);
      });
      return;
    }
    const answer = await this.#citizenAct(step);
    expect([200, answer.body]).toEqual([answer.status, answer.body]);
  }

  async #citizenAct(step: Step): Promise<Answer> {
    const may = { supplement: 'todo', withdraw: 'mayWithdraw', object: 'mayObject' } as const;
    const flag = may[step.citizen as keyof typeof may] ?? 'mayEvaluate';
    const client = await this.#await(`the applicant's ${step.citizen}`, async () => {
      const tracking = await this.#track();
      const { body } = await tracking.get('/api/track');
      return body[flag] ? tracking : undefined;
    });
    switch (step.citizen) {
      case 'supplement': {
        const { body } = await client.get('/api/track');
        const brings = this.#looks.shift() ?? true;
        const file = brings ? await client.upload({ class: 'supplement' }) : undefined;
        const answers = body.todo.items.map(({ id }: { id: string }) => ({
          itemId: id,
          text: '已补充说明',
          attachmentIds: file === undefined ? [] : [file],
        }));
        return client.post('/api/track/supplement', { answers });
      }
      case 'withdraw':
        return client.post('/api/track/withdraw', { reason: '家里情况好转', confirm: true });
      case 'object':
        return client.post('/api/track/objection', { text: '有异议', ...step.form });
      default:
        return client.post('/api/track/evaluation', { level: 5, ...step.form });
    }
  }

  async #track(): Promise<TestClient> {
    const { number, queryCode } = this.#known();
    const client = this.#world.test.citizen();
    const answer = await client.post('/api/track', { number, queryCode });
    expect([200, answer.body]).toEqual([answer.status, answer.body]);
    return client;
  }

  async #message(name: string): Promise<void> {
    const { caseId } = this.#known();
    await this.#settle();
    if (name === 'deadline.passed') return this.#world.advance(PAST_DEADLINE_MS);
    const paths: Readonly<Record<string, readonly [string, string]>> = {
      'case.terminated': ['relief1', 'terminate'],
      'emergency.ended': ['relief1', 'end-emergency'],
      [`${PROCESS}.recovery`]: ['civil1', 'recovery'],
    };
    const [person, act] = paths[name] ?? ['', ''];
    const client = await this.#world.as(person);
    const answer = await client.post(`/api/cases/${caseId}/${act}`, { reason: '依法依规处理' });
    expect([200, answer.body]).toEqual([answer.status, answer.body]);
  }

  async #expect(expected: Expectation): Promise<void> {
    await this.#await(`${JSON.stringify(expected)}`, async () => {
      const found = await this.#observe();
      return matches(found, expected);
    }).catch(async (cause: unknown) => {
      expect(await this.#observe()).toMatchObject(expected);
      throw cause;
    });
  }

  async #observe() {
    const { caseId } = this.#known();
    return this.#world.test.server.deps.records.transaction(async (tx) => {
      const row = await tx.one('CaseFile', { id: caseId });
      const tasks = await tx.find('Task', { caseId, state: { $in: ['open', 'claimed'] } });
      const documents = await tx.find('Document', { caseId });
      return {
        state: row?.state,
        publicStage: row?.publicStage,
        outcome: row?.outcome,
        flags: row?.flags ?? [],
        tasks: tasks.map(({ elementId }) => elementId),
        documents: documents.map(({ kind }) => kind),
      };
    });
  }

  #openTask(elementId: string) {
    const { caseId } = this.#known();
    const open = { $in: ['open', 'claimed'] as const };
    return this.#await(`the task ${elementId}`, () =>
      this.#world.test.server.deps.records.transaction((tx) =>
        tx.one('Task', { caseId, elementId, state: open }),
      ),
    ).catch(async (cause: unknown) => {
      expect(await this.#observe()).toMatchObject({ tasks: [elementId] });
      throw cause;
    });
  }

  /** Waits until everything that was written for the case has reached the engine. */
  async #settle(): Promise<void> {
    const { caseId } = this.#known();
    let before = '';
    await until('the case to come to rest', async () => {
      const now = await this.#world.test.server.deps.records.transaction(async (tx) => ({
        unsent: await tx.count('Outbox', { caseId, sentAt: null }),
        done: await tx.count('HandledJob', {}),
        tasks: await tx.count('Task', { caseId }),
      }));
      const isQuiet = now.unsent === 0 && JSON.stringify(now) === before;
      before = JSON.stringify(now);
      if (!isQuiet) await new Promise((resolve) => setTimeout(resolve, REST_MS));
      return isQuiet;
    });
  }

  #caseRow(number: string) {
    return until(`the case ${number}`, () =>
      this.#world.test.server.deps.records.transaction((tx) => tx.one('CaseFile', { number })),
    );
  }

  #known(): Receipt {
    if (this.#receipt === undefined) throw new Error('Expected a journey to begin by lodging');
    return this.#receipt;
  }

  /** An earlier, granted case of the same person for the same cause. */
  async #grantEarlier({ cause, monthsAgo }: { cause: string; monthsAgo: number }): Promise<void> {
    await this.#apply(this.#world.test.citizen(), 'web', { ...this.#forms['tr-f1'], cause });
    const id = this.#known().caseId;
    const lodgedAt = new Date(this.#world.test.clock.now() - monthsAgo * 30 * DAY_MS);
    await this.#world.test.server.deps.records.transaction((tx) =>
      tx.update('CaseFile', { id }, { outcome: 'granted', lodgedAt }),
    );
  }

  async #nameRelative(username: string): Promise<void> {
    const { records, identityKey } = this.#world.test.server.deps;
    const idNo = identityNumberLike('219921198802030012', this.#n);
    await records.transaction(async (tx) => {
      const user = await tx.one('AppUser', { username });
      await tx.insert('Relative', {
        id: randomUUID(),
        userId: user?.id ?? '',
        idHash: identityHash(idNo, identityKey),
        relation: 'brother',
        declaredAt: new Date(this.#world.test.clock.now()),
      } as never);
    });
  }
}

function matches(found: Data, expected: Expectation): boolean {
  return Object.entries(expected).every(([key, value]) => {
    const actual = found[key];
    if (key === 'tasks') return sameSet(actual, value);
    if (Array.isArray(value)) {
      return Array.isArray(actual) && value.every((one) => actual.includes(one));
    }
    return actual === value;
  });
}

function sameSet(found: unknown, expected: unknown): boolean {
  if (!Array.isArray(found) || !Array.isArray(expected)) return false;
  return JSON.stringify([...found].sort()) === JSON.stringify([...expected].sort());
}
