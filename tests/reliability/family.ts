import { randomUUID } from 'node:crypto';
import type { CaseTask, Opinion } from '../../server/http/contract/cases.ts';
import { type Answer, TestClient } from '../support/server.ts';
import { application, VILLAGE, visit } from '../support/temporary-relief.ts';

const PASSWORD = 'yunge-demo-2026';
const PAUSE_MS = 50;

type Act = readonly [person: string, elementId: string, action: string, data: object];

/** What everybody does for a family, in this order. */
const ACTS: readonly Act[] = [
  ['relief1', 'accept', 'accept', { competent: true, complete: true }],
  ['relief1', 'meansCheck', 'done', { available: false, result: 'unknown' }],
  ['relief1', 'visit', 'done', visit()],
  ['gridhead1', 'visit', 'done', visit()],
  ['review1', 'review', 'agree', { method: ['money'], amountFen: 65_000, text: '同意' }],
];

/** What a family and its clerks were told; `acknowledged` has only what was answered with success. */
export interface Story {
  readonly number: string;
  readonly acknowledged: readonly string[];
}

/**
 * Lodges an application and carries it to the opinion, while the server may die at any moment: each
 * person repeats what was not answered, and never repeats what was.
 */
export async function liveThrough(url: string): Promise<Story> {
  const clerk = new Person(url, 'clerk1');
  const number = await lodge(clerk);
  const acknowledged: string[] = [];
  for (const act of ACTS) {
    if (await perform(new Person(url, act[0]), number, act))
      acknowledged.push(`${act[0]} ${act[1]}`);
  }
  return { number, acknowledged };
}

async function lodge(clerk: Person): Promise<string> {
  for (;;) {
    const draftId = randomUUID();
    const draft = { processKey: 'temporary-relief', formKey: 'tr-f1', data: {} };
    await clerk.ask((client) => client.put(`/api/drafts/${draftId}`, draft));
    const file = await clerk.insist((client) =>
      client.upload({ class: 'identity', draft: draftId }),
    );
    const answer = await clerk.ask((client) =>
      client.post('/api/applications', {
        processKey: 'temporary-relief',
        channel: 'village',
        unitCode: VILLAGE,
        data: application(file),
        draftId,
      }),
    );
    // A lost answer leaves a case that nobody follows; the family of this story lodges anew.
    if (answer.status === 201) return answer.body.number;
  }
}

/** Whether the completion itself was acknowledged; a lost answer is found out by asking. */
async function perform(person: Person, number: string, act: Act): Promise<boolean> {
  const [, elementId, action, data] = act;
  for (;;) {
    const task = await person.findTask(number, elementId);
    if (task === 'done') return false;
    if (task === undefined) {
      await pause();
      continue;
    }
    const claimed = await person.ask((client) =>
      client.post(`/api/tasks/${task.taskId}/claim`, { leaseVersion: task.leaseVersion }),
    );
    if (claimed.status !== 200) continue;
    const answer = await person.ask((client) =>
      client.post(`/api/tasks/${task.taskId}/complete`, {
        leaseVersion: claimed.body.task.leaseVersion,
        action: claimed.body.actions.some(({ id }: { id: string }) => id === action)
          ? action
          : claimed.body.actions[0].id,
        data: { ...claimed.body.prefill, ...claimed.body.data, ...data },
        opinion: { text: '情况属实' },
      }),
    );
    if (answer.status === 200) return true;
    if ([400, 403, 422].includes(answer.status)) throw new Error(JSON.stringify(answer.body));
  }
}

/** Somebody at a browser, who signs in again when the server has forgotten, and tries until it answers. */
class Person {
  readonly #url: string;
  readonly #name: string;
  #client: TestClient | undefined;

  constructor(url: string, name: string) {
    this.#url = url;
    this.#name = name;
  }

  /** Repeats until there is an answer at all; only the caller knows whether to repeat the act. */
  async ask(request: (client: TestClient) => Promise<Answer>): Promise<Answer> {
    return this.insist(async (client) => {
      const answer = await request(client);
      if (answer.status >= 500) throw new Error(`HTTP ${answer.status}`);
      return answer;
    });
  }

  async insist<T>(request: (client: TestClient) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await request(await this.#signedIn());
      } catch {
        this.#client = undefined;
        await pause();
      }
    }
  }

  /** The person's next task at a step of the case; `done` when this person has done it already. */
  async findTask(number: string, elementId: string) {
    const { body } = await this.ask((client) => client.get(`/api/cases?q=${number}`));
    const id = body.items?.[0]?.id;
    if (id === undefined) return undefined;
    const page = await this.ask((client) => client.get(`/api/cases/${id}`));
    const me = await this.ask((client) => client.get('/api/session'));
    const task = page.body.tasks?.find((one: CaseTask) => one.elementId === elementId);
    if (task === undefined) return undefined;
    const hasSigned = page.body.opinions.some(
      (one: Opinion) => one.name === me.body.user.name && one.taskName === task.name,
    );
    if (task.state === 'completed' || hasSigned) return 'done' as const;
    const view = await this.ask((client) => client.get(`/api/tasks/${task.id}`));
    if (view.status !== 200) return undefined;
    return { taskId: view.body.task.id, leaseVersion: view.body.task.leaseVersion };
  }

  async #signedIn(): Promise<TestClient> {
    if (this.#client !== undefined) return this.#client;
    const client = new TestClient(this.#url);
    const answer = await client.post('/api/session', { username: this.#name, password: PASSWORD });
    if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`);
    this.#client = client;
    return client;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
