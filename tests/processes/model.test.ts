import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadProcesses } from '../../processes/load.ts';
import { BpmnLinter } from '../../server/workflow/definition-linter.ts';
import {
  documentationOf,
  extension,
  headersOf,
  type Model,
  type ModelElement,
  readModels,
} from './read-model.ts';

const JOB_TYPES = new Set([
  'archive.package',
  'case.close',
  'case.prepare',
  'case.update',
  'decision.evaluate',
  'document.issue',
  'evaluation.invite',
  'notify.applicant',
  'publicity.close',
  'publicity.post',
]);
const GROUPS = /^(village|town|county):[A-Z]{3}\.\w+(,(village|town|county):[A-Z]{3}\.\w+)*$/u;
const SCORES = /签到|打卡|积分|排名|考核分|里程/u;

const processes = [...loadProcesses().values()].map((content) => ({ key: content.key, content }));

describe.each(processes)('model of $key', ({ content }) => {
  let models: readonly Model[];
  let elements: readonly ModelElement[];
  let userTasks: readonly ModelElement[];

  beforeAll(async () => {
    models = await readModels(content.files);
    elements = models.flatMap((model) => model.elements);
    userTasks = elements.filter(({ $type }) => $type === 'bpmn:UserTask');
  });

  function ofType(...types: string[]): readonly ModelElement[] {
    return elements.filter(({ $type }) => types.includes($type));
  }

  function faulty(of: readonly ModelElement[], holds: (element: ModelElement) => boolean) {
    return of.filter((element) => !holds(element)).map(({ id }) => id);
  }

  it('should be read without a warning and pass the linter for Zeebe 8.5', async () => {
    const problems = await new BpmnLinter().lint(content.files);
    expect(models.flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('should give every element an id of its own across the files', () => {
    const ids = elements
      .filter(({ $type }) => $type !== 'bpmn:SequenceFlow')
      .map(({ id }) => id)
      .sort();
    expect(ids.filter((id, at) => id === ids[at + 1])).toEqual([]);
  });

  it('should give every exclusive gateway that decides a default flow', () => {
    const deciding = ofType('bpmn:ExclusiveGateway').filter(
      ({ outgoing }) => ((outgoing ?? []) as unknown[]).length > 1,
    );
    expect(deciding.length).toBeGreaterThan(10);
    expect(faulty(deciding, (gateway) => gateway.default !== undefined)).toEqual([]);
  });

  it('should name its starts and explain every step', () => {
    const steps = ofType('bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:SendTask');
    const rules = ofType('bpmn:BusinessRuleTask', 'bpmn:CallActivity');
    expect(faulty(ofType('bpmn:StartEvent'), ({ name }) => (name ?? '') !== '')).toEqual([]);
    expect(faulty([...steps, ...rules], (step) => documentationOf(step) !== '')).toEqual([]);
  });

  it('should give every human step its headers, its form and who may take it', () => {
    const stages = content.publicStages.map(({ id }) => id);
    const limits = new Set(content.parameters.map(({ key }) => key));
    for (const task of userTasks) {
      const headers = headersOf(task);
      const form = String(extension(task, 'zeebe:FormDefinition')?.formKey ?? '').split(':')[0];
      const groups = String(extension(task, 'zeebe:AssignmentDefinition')?.candidateGroups ?? '');
      expect(headers.act).toMatch(/^[a-z-]+$/u);
      expect({ id: task.id, stage: stages.includes(headers.publicStage ?? '') }).toEqual({
        id: task.id,
        stage: true,
      });
      expect({ id: task.id, limit: limits.has(headers.slaKey ?? '') }).toMatchObject({
        limit: true,
      });
      expect(headers.sensitivity).toMatch(/^L[1-4]$/u);
      expect({ id: task.id, form: content.forms.has(form ?? '') }).toMatchObject({ form: true });
      expect(groups).toMatch(groups.startsWith('=') ? /^=\w+$/u : GROUPS);
      expect(JSON.parse(headers.actions ?? '[]').length).toBeGreaterThan(0);
    }
  });

  it('should expose only fields that the form of the step has', () => {
    const unknown = userTasks.flatMap((task) => {
      const key = String(extension(task, 'zeebe:FormDefinition')?.formKey).split(':')[0] ?? '';
      const text = JSON.stringify(content.forms.get(key)?.schema);
      const named = (headersOf(task).expose ?? '').match(/(?<=[(]|^|,)\w+(?=[,.)]|$)/gu) ?? [];
      return named.filter((field) => !text.includes(`"${field}"`)).map((f) => `${task.id} ${f}`);
    });
    expect(unknown).toEqual([]);
  });

  it('should ask only for jobs that the server does, and for documents and decisions it has', () => {
    const dmn = content.files.find(({ name }) => name.endsWith('.dmn'))?.content ?? '';
    const kinds = new Set(content.documents.map(({ kind }) => kind));
    for (const task of ofType('bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask')) {
      const { document, decision, template } = headersOf(task);
      const type = String(extension(task, 'zeebe:TaskDefinition')?.type);
      expect(JOB_TYPES).toContain(type);
      if (type === 'document.issue') expect(kinds).toContain(document);
      if (type === 'notify.applicant') expect(content.notices.has(template ?? '')).toBe(true);
      if (type === 'decision.evaluate') expect(dmn).toContain(`<decision id="${decision}"`);
    }
  });

  it('should end every refusal with a document that states reasons and remedies', () => {
    for (const kind of ['not-accepted', 'refusal', 'recovery']) {
      const notice = content.notices.get(kind);
      expect(notice?.remedies).toBe(true);
      expect(notice?.basis).toEqual(expect.arrayContaining(['review-20', 'litigation-46']));
      expect(notice?.body.join('')).toMatch(/\{(refusalReason|recoveryFacts)\}/u);
    }
  });

  it('should publish under a mask only', () => {
    for (const kind of ['publicity', 'disclosure']) {
      const notice = content.notices.get(kind);
      expect(notice).toMatchObject({ class: 'L1', masks: { applicantName: 'name' } });
      expect(
        notice?.facts.filter((fact) => /idNo|phoneOf|mobile|account|cause/iu.test(fact)),
      ).toEqual([]);
    }
    const call = ofType('bpmn:CallActivity').find(({ id }) => id === 'publicity');
    const inputs = extension(call as ModelElement, 'zeebe:IoMapping')?.inputParameters;
    expect(JSON.stringify(inputs)).toContain('maskRule');
  });

  it('should stop every step by withdrawal before the decision and by termination', () => {
    const events = ofType('bpmn:SubProcess').filter(({ triggeredByEvent }) => triggeredByEvent);
    const starts = events.flatMap(({ flowElements }) =>
      ((flowElements ?? []) as ModelElement[]).filter(({ $type }) => $type === 'bpmn:StartEvent'),
    );
    const interrupting = starts.filter(({ isInterrupting }) => isInterrupting !== false);
    expect(interrupting.map(({ id }) => id).sort()).toEqual([
      'terminationReceived',
      'withdrawRequested',
    ]);
    const withdraw = content.messages.find(({ name }) => name === 'withdraw');
    expect(withdraw?.states).not.toContain('decided_yes');
  });

  it('should collect neither check-ins nor scores', () => {
    const texts = [...content.forms.values()].map(({ schema }) => JSON.stringify(schema));
    expect(
      [...texts, ...elements.map(({ name }) => name ?? '')].filter((t) => SCORES.test(t)),
    ).toEqual([]);
  });
});
