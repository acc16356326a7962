import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { JsonObject } from '../../forms/schema.ts';
import { validateForm } from '../../forms/validate.ts';
import type { ProcessContent } from '../../processes/content.ts';
import { exposedForm, exposedVariables } from '../../processes/expose.ts';
import type { sdkClient } from '../engine/gateway/clients.ts';
import { until } from '../support/until.ts';
import { CASE_UNITS, holdsPost } from './demo-posts.ts';
import type { Journey, PathFile, PathStep } from './path-file.ts';
import { ServerStandIn } from './server-stand-in.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-11-24T04:00:00Z');

/** Where a journey is walked: a gateway whose clock can be moved. */
export interface Ground {
  readonly client: ReturnType<typeof sdkClient>;
  advance(ms: number): Promise<void>;
}

/** An activated human job. */
export interface OpenTask {
  readonly key: string;
  readonly elementId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonObject;
}

/**
 * Walks one journey on the model alone: the server's part is played by `ServerStandIn`, forms are
 * validated as the server validates them, and who acts must hold a post that the task names.
 */
export class ModelWalk {
  readonly #content: ProcessContent;
  readonly #paths: PathFile;
  readonly #ground: Ground;
  readonly #standIn: ServerStandIn;
  readonly #journey: Journey;
  readonly #caseId = randomUUID();

  constructor(content: ProcessContent, paths: PathFile, journey: Journey, ground: Ground) {
    this.#content = content;
    this.#paths = paths;
    this.#journey = journey;
    this.#ground = ground;
    this.#standIn = new ServerStandIn(ground.client, this.#caseId, journey.facts ?? {});
  }

  async walk(): Promise<void> {
    for (const step of this.#journey.steps) await this.#take(step);
    await this.#standIn.settle();
    expect(this.#standIn.case.state).toBe(this.#journey.ends);
    expect([...this.#standIn.tasks.keys()]).toEqual([]);
  }

  async #take(step: PathStep): Promise<void> {
    if (step.refused !== undefined) return this.#refuse(step.refused);
    if (step.do === 'lodge') return this.#lodge(step);
    if (step.do === 'complete') return this.#complete(step);
    if (step.citizen !== undefined) await this.#asCitizen(step);
    if (step.message !== undefined) await this.#publish(step.message, {});
    if (step.advance !== undefined) {
      await this.#standIn.settle();
      await this.#ground.advance(daysOf(step.advance) * DAY_MS);
    }
    if (step.expect !== undefined) await this.#expect(step.expect);
  }

  async #lodge({ entry, form, by }: PathStep): Promise<void> {
    const point = this.#content.entryPoints.find(({ id }) => id === entry);
    if (point?.form == null) throw new Error(`Expected an entry point ${entry} with a form`);
    expect(point.startedBy.some((who) => who === by || holdsPost(String(by), who))).toBe(true);
    const data = { ...this.#paths.forms[point.form], ...form };
    this.#checkForm(point.form, data, []);
    await this.#publish(point.message, {
      fund: null,
      emergency: data.emergency ?? false,
      ...exposedVariables(this.#content.exposes[point.form] ?? [], data),
      unitCode: CASE_UNITS.village ?? '',
      townCode: CASE_UNITS.town ?? '',
      countyCode: CASE_UNITS.county ?? '',
    });
  }

  async #complete({ by, task: elementId = '', action, form }: PathStep): Promise<void> {
    const { task, signers } = await this.#find(elementId);
    const people = [by ?? []].flat();
    const groups: readonly string[] = JSON.parse(
      task.headers['io.camunda.zeebe:candidateGroups'] ?? '[]',
    );
    for (const person of people) {
      const held = groups.filter((group) => holdsPost(person, group));
      expect({ elementId, person, holds: held.length > 0 }).toMatchObject({ holds: true });
      expect(this.#mayAct(held, elementId, task.headers.act ?? '')).toBe(true);
    }
    expect(new Set(people).size).toBe(signers);
    const actions: { id: string; kind: string; needsForm?: boolean }[] = JSON.parse(
      task.headers.actions ?? '[]',
    );
    const chosen = actions.find(({ id }) => id === (action ?? actions[0]?.id));
    if (chosen === undefined) throw new Error(`Expected the action ${action} of ${elementId}`);
    const data = this.#dataOf(task, form);
    if (chosen.needsForm ?? chosen.kind !== 'danger') {
      this.#checkForm(formKeyOf(task), data, []);
    }
    await this.#standIn.complete(task, {
      action: chosen.id,
      actorId: people.join(),
      form: exposedForm(task.headers.expose ?? '', data),
    });
  }

  async #refuse(step: PathStep & { code: string; why: string }): Promise<void> {
    if (step.task === undefined) return;
    const { task } = await this.#find(step.task);
    const groups: string[] = JSON.parse(task.headers['io.camunda.zeebe:candidateGroups'] ?? '[]');
    const held = groups.filter((group) => holdsPost(String(step.by), group));
    if (step.why === 'candidate') expect(held).toEqual([]);
    else if (step.code === 'forbidden') {
      const rows = this.#rolesOf(held, step.task, task.headers.act ?? '');
      expect(rows.flatMap(({ condition }) => condition.split('&'))).toContain(step.why);
    } else this.#checkForm(formKeyOf(task), this.#dataOf(task, step.form), [step.why]);
  }

  async #asCitizen({ citizen, form, expect: wanted }: PathStep): Promise<void> {
    if (citizen === 'supplement') return this.#publish('supplement.received', {});
    if (citizen === 'withdraw') return this.#publish('withdraw', { identityVerified: true });
    if (citizen === 'object') return this.#publish('objection', {});
    if (citizen === 'evaluate') {
      return this.#publish('evaluation.received', { evaluationLevel: form?.level ?? 0 });
    }
    if (wanted?.outcome !== undefined) await this.#expect({ outcome: wanted.outcome });
  }

  async #publish(name: string, variables: JsonObject): Promise<void> {
    await this.#standIn.settle();
    const defaults = this.#content.parameters.map(({ key, value }) => [key, value] as const);
    const parameters = { ...Object.fromEntries(defaults), ...this.#journey.parameters };
    const isStart = name.startsWith(`${this.#content.key}.`);
    const own = isStart ? { caseId: this.#caseId, parameters } : {};
    await this.#ground.client.publishMessage({
      name,
      correlationKey: this.#caseId,
      timeToLive: DAY_MS,
      variables: { ...variables, ...own } as never,
    });
  }

  async #expect(wanted: NonNullable<PathStep['expect']>): Promise<void> {
    const { case: known, tasks } = this.#standIn;
    await this.#standIn.settle();
    if (wanted.state !== undefined) expect(known.state).toBe(wanted.state);
    if (wanted.outcome !== undefined) expect(known.outcome).toBe(wanted.outcome);
    if (wanted.documents !== undefined) {
      expect([...known.documents]).toEqual(expect.arrayContaining([...wanted.documents]));
    }
    if (wanted.flags !== undefined) {
      expect([...known.flags]).toEqual(expect.arrayContaining([...wanted.flags]));
    }
    if (wanted.tasks !== undefined) expect([...tasks.keys()].sort()).toEqual([...wanted.tasks]);
  }

  async #find(elementId: string): Promise<{ task: OpenTask; signers: number }> {
    const task = await until(`${elementId} in ${this.#journey.id}`, async () => {
      await this.#standIn.pump();
      return this.#standIn.tasks.get(elementId);
    });
    return { task, signers: Number(task.headers.signers ?? 1) };
  }

  #dataOf(task: OpenTask, form: JsonObject | undefined): JsonObject {
    const pairs = (task.headers.prefill ?? '').split(',').map((pair) => pair.split('='));
    const known = pairs.flatMap(([field = '', variable = '']) => {
      const value = variable.split('.').reduce<unknown>(fieldOf, task.variables);
      return value == null ? [] : [[field, value] as const];
    });
    const base = this.#paths.forms[formKeyOf(task)] ?? {};
    return { ...base, ...(Object.fromEntries(known) as JsonObject), ...form };
  }

  #checkForm(formKey: string, data: JsonObject, rules: readonly string[]): void {
    const form = this.#content.forms.get(formKey);
    if (form === undefined) throw new Error(`Expected the form ${formKey}`);
    const { errors } = validateForm(form, data, { now: NOW });
    const found = errors.map(({ rule, path }) => (rules.length > 0 ? rule : `${path} ${rule}`));
    expect({ formKey, found }).toEqual({ formKey, found: rules });
  }

  #mayAct(held: readonly string[], elementId: string, act: string): boolean {
    return this.#rolesOf(held, elementId, act).some(({ effect }) => effect === 'allow');
  }

  #rolesOf(held: readonly string[], elementId: string, act: string) {
    const object = `proc:${this.#content.key}/step:${elementId}`;
    return this.#content.roles.filter(
      (row) =>
        held.includes(row.subject) &&
        row.action === act &&
        (row.object === object || row.object === `proc:${this.#content.key}`),
    );
  }
}

function formKeyOf(task: OpenTask): string {
  return (task.headers['io.camunda.zeebe:formKey'] ?? '').split(':')[0] ?? '';
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function daysOf(duration: string): number {
  return Number(/^P(\d+)D$/u.exec(duration)?.[1] ?? Number.NaN);
}
