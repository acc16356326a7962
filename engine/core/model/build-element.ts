import { type BuildContext, readExpression, readFeel, readOptional } from './build-context.ts';
import { buildEvent, buildMessage } from './build-event.ts';
import { buildJob, buildUserTaskJob } from './build-job.ts';
import type {
  BusinessRuleTaskElement,
  CallActivityElement,
  ElementBase,
  GraphElement,
  ScopeElement,
  ScriptTaskElement,
  UserTaskElement,
} from './graph.ts';
import { childrenOf, extensionOf, type SourceNode } from './source.ts';

type Builder = (node: SourceNode, base: ElementBase, context: BuildContext) => GraphElement;

/** What is wrong where an element has no job definition is the business of the checks. */
const NO_JOB = {
  type: { kind: 'static', text: '' },
  retries: { kind: 'static', text: '3' },
  headers: {},
} as const;

/** One builder for each flow element that can be executed. */
const builders: Readonly<Record<string, Builder>> = {
  'bpmn:Task': (_, base) => ({ ...base, type: 'task' }),
  'bpmn:ManualTask': (_, base) => ({ ...base, type: 'manual_task' }),
  'bpmn:ServiceTask': (node, base, context) => ({
    ...base,
    type: 'service_task',
    job: buildJob(node, context) ?? NO_JOB,
  }),
  'bpmn:SendTask': (node, base, context) => ({
    ...base,
    type: 'send_task',
    job: buildJob(node, context) ?? NO_JOB,
  }),
  'bpmn:ReceiveTask': (node, base, context) => ({
    ...base,
    type: 'receive_task',
    event: buildMessage(node.references.messageRef, context),
  }),
  'bpmn:UserTask': buildUserTask,
  'bpmn:ScriptTask': buildScriptTask,
  'bpmn:BusinessRuleTask': buildBusinessRuleTask,
  'bpmn:CallActivity': buildCallActivity,
  'bpmn:SubProcess': (node, base) => buildScope(node, base),
  'bpmn:StartEvent': (node, base, context) => ({
    ...base,
    type: 'start_event',
    event: buildEvent(node, context),
    interrupting: node.attributes.isInterrupting !== 'false',
  }),
  'bpmn:IntermediateCatchEvent': (node, base, context) => ({
    ...base,
    type: 'intermediate_catch_event',
    event: buildEvent(node, context),
  }),
  'bpmn:IntermediateThrowEvent': (node, base, context) =>
    buildThrow(node, { ...base, type: 'intermediate_throw_event' }, context),
  'bpmn:EndEvent': (node, base, context) =>
    buildThrow(node, { ...base, type: 'end_event' }, context),
  'bpmn:BoundaryEvent': (node, base, context) => ({
    ...base,
    type: 'boundary_event',
    event: buildEvent(node, context),
    attachedToId: node.references.attachedToRef ?? '',
    interrupting: node.attributes.cancelActivity !== 'false',
  }),
  'bpmn:ExclusiveGateway': (node, base) =>
    buildGateway(node, { ...base, type: 'exclusive_gateway' }),
  'bpmn:InclusiveGateway': (node, base) =>
    buildGateway(node, { ...base, type: 'inclusive_gateway' }),
  'bpmn:ParallelGateway': (_, base) => ({ ...base, type: 'parallel_gateway' }),
  'bpmn:EventBasedGateway': (_, base) => ({ ...base, type: 'event_based_gateway' }),
};

/** The BPMN types of the flow elements that can be executed. */
export const EXECUTABLE_TYPES: ReadonlySet<string> = new Set(Object.keys(builders));

/** Builds one element; undefined for what is only drawn (data objects, annotations). */
export function buildElement(
  node: SourceNode,
  base: ElementBase,
  context: BuildContext,
): GraphElement | undefined {
  return builders[node.type]?.(node, base, context);
}

/** Builds a process or a sub-process. */
export function buildScope(node: SourceNode, base: ElementBase): ScopeElement {
  const elements = childrenOf(node, 'flowElements');
  const isEventSubProcess = node.attributes.triggeredByEvent === 'true';
  const start = elements.find(
    ({ type, children }) =>
      type === 'bpmn:StartEvent' && (isEventSubProcess || children.eventDefinitions === undefined),
  );
  const scopeType = isEventSubProcess ? 'event_sub_process' : 'sub_process';
  return {
    ...base,
    type: node.type === 'bpmn:Process' ? 'process' : scopeType,
    ...(start?.id === undefined ? {} : { startEventId: start.id }),
    eventSubProcessIds: elements
      .filter(({ attributes }) => attributes.triggeredByEvent === 'true')
      .map(({ id }) => id ?? ''),
  };
}

function buildUserTask(node: SourceNode, base: ElementBase, context: BuildContext) {
  const assignment = extensionOf(node, 'AssignmentDefinition')?.attributes ?? {};
  const schedule = extensionOf(node, 'TaskSchedule')?.attributes ?? {};
  const formKey = extensionOf(node, 'FormDefinition')?.attributes.formKey;
  const texts = {
    assignee: assignment.assignee,
    candidateGroups: assignment.candidateGroups,
    candidateUsers: assignment.candidateUsers,
    dueDate: schedule.dueDate,
    followUpDate: schedule.followUpDate,
  };
  const expressions = Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, readOptional(context, { node }, text)] as const)
      .filter(([, expression]) => expression !== undefined),
  );
  const element: UserTaskElement = {
    ...base,
    type: 'user_task',
    job: buildUserTaskJob(node, context),
    ...expressions,
    ...(formKey ? { formKey } : {}),
  };
  return element;
}

function buildScriptTask(
  node: SourceNode,
  base: ElementBase,
  context: BuildContext,
): ScriptTaskElement {
  const job = buildJob(node, context);
  if (job !== undefined) return { ...base, type: 'script_task', job };
  const script = extensionOf(node, 'Script')?.attributes ?? {};
  const place = { node, tags: ['extensionElements', 'script'] };
  const expression = readFeel(context, place, script.expression);
  const resultVariable = script.resultVariable ?? '';
  return { ...base, type: 'script_task', script: { expression, resultVariable } };
}

function buildBusinessRuleTask(
  node: SourceNode,
  base: ElementBase,
  context: BuildContext,
): BusinessRuleTaskElement {
  const job = buildJob(node, context);
  if (job !== undefined) return { ...base, type: 'business_rule_task', job };
  const called = extensionOf(node, 'CalledDecision')?.attributes ?? {};
  const place = { node, tags: ['extensionElements', 'calledDecision'] };
  const decisionId = readExpression(context, place, called.decisionId);
  const resultVariable = called.resultVariable ?? '';
  return { ...base, type: 'business_rule_task', decision: { decisionId, resultVariable } };
}

function buildCallActivity(
  node: SourceNode,
  base: ElementBase,
  context: BuildContext,
): CallActivityElement {
  const called = extensionOf(node, 'CalledElement')?.attributes ?? {};
  const place = { node, tags: ['extensionElements', 'calledElement'] };
  return {
    ...base,
    type: 'call_activity',
    processId: readExpression(context, place, called.processId),
    propagateAllParentVariables: called.propagateAllParentVariables !== 'false',
    propagateAllChildVariables: called.propagateAllChildVariables !== 'false',
  };
}

function buildThrow(
  node: SourceNode,
  base: ElementBase & { readonly type: 'end_event' | 'intermediate_throw_event' },
  context: BuildContext,
): GraphElement {
  const event = buildEvent(node, context);
  const job = event.type === 'message' ? buildJob(node, context) : undefined;
  return { ...base, event, ...(job === undefined ? {} : { job }) };
}

function buildGateway(
  node: SourceNode,
  base: ElementBase & { readonly type: 'exclusive_gateway' | 'inclusive_gateway' },
): GraphElement {
  const { default: defaultFlowId } = node.references;
  return { ...base, ...(defaultFlowId === undefined ? {} : { defaultFlowId }) };
}
