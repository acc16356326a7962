import type { ElementType } from '../records/index.ts';
import type { Expression, FeelExpression } from './expression.ts';

/** One `zeebe:input` or `zeebe:output`. */
export interface Mapping {
  readonly source: Expression;
  /** The target path, split at its dots. */
  readonly target: readonly string[];
}

/** A sequence flow. `order` is its place among the sequence flows of the file. */
export interface SequenceFlow {
  readonly id: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly condition?: FeelExpression;
  readonly order: number;
}

/** `zeebe:taskDefinition` and `zeebe:taskHeaders`. */
export interface JobDefinition {
  readonly type: Expression;
  readonly retries: Expression;
  readonly headers: Readonly<Record<string, string>>;
}

/** Which of BPMN's three timer texts was given, and the text. */
export interface TimerDefinition {
  readonly kind: 'date' | 'duration' | 'cycle';
  readonly expression: Expression;
}

/** What triggers, or is thrown by, an event. Catching errors: no code is "any error". */
export type EventDefinition =
  | { readonly type: 'none' }
  | { readonly type: 'terminate' }
  | { readonly type: 'error'; readonly errorCode?: Expression }
  | { readonly type: 'timer'; readonly timer: TimerDefinition }
  | {
      readonly type: 'message';
      readonly messageName: Expression;
      /** Absent on start events of a process and on throwing events. */
      readonly correlationKey?: FeelExpression;
    };

/** `zeebe:loopCharacteristics`. */
export interface MultiInstance {
  readonly sequential: boolean;
  readonly inputCollection: FeelExpression;
  readonly inputElement?: string;
  readonly outputCollection?: string;
  readonly outputElement?: FeelExpression;
  readonly completionCondition?: Expression;
}

/** What every element has. */
export interface ElementBase {
  readonly id: string;
  readonly name?: string;
  /** The enclosing process or sub-process; absent for the process itself. */
  readonly scopeId?: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  /** Boundary events attached to this activity. */
  readonly boundaryEventIds: readonly string[];
  readonly multiInstance?: MultiInstance;
}

/** Process, embedded and event sub-process: elements with elements in them. */
export interface ScopeElement extends ElementBase {
  readonly type: 'process' | 'sub_process' | 'event_sub_process';
  /** The none start event; of an event sub-process: its one start event. */
  readonly startEventId?: string;
  readonly eventSubProcessIds: readonly string[];
}

/** An element that passes the token on without doing anything. */
export interface PassElement extends ElementBase {
  readonly type: 'task' | 'manual_task';
}

/** A task that a worker does. */
export interface JobElement extends ElementBase {
  readonly type: 'service_task' | 'send_task';
  readonly job: JobDefinition;
}

/** A job-based user task: a job of type `io.camunda.zeebe:userTask`. */
export interface UserTaskElement extends ElementBase {
  readonly type: 'user_task';
  readonly job: JobDefinition;
  readonly assignee?: Expression;
  readonly candidateGroups?: Expression;
  readonly candidateUsers?: Expression;
  readonly dueDate?: Expression;
  readonly followUpDate?: Expression;
  readonly formKey?: string;
}

/** A script task: FEEL inside the engine, or a job. */
export interface ScriptTaskElement extends ElementBase {
  readonly type: 'script_task';
  readonly job?: JobDefinition;
  readonly script?: { readonly expression: FeelExpression; readonly resultVariable: string };
}

/** A business rule task: a decision inside the engine, or a job. */
export interface BusinessRuleTaskElement extends ElementBase {
  readonly type: 'business_rule_task';
  readonly job?: JobDefinition;
  readonly decision?: { readonly decisionId: Expression; readonly resultVariable: string };
}

/** A task that waits for a message. */
export interface ReceiveTaskElement extends ElementBase {
  readonly type: 'receive_task';
  readonly event: EventDefinition;
}

/** Starts an instance of another process and waits for its end. */
export interface CallActivityElement extends ElementBase {
  readonly type: 'call_activity';
  readonly processId: Expression;
  readonly propagateAllParentVariables: boolean;
  readonly propagateAllChildVariables: boolean;
}

/** A start event; `interrupting` matters in event sub-processes only. */
export interface StartEventElement extends ElementBase {
  readonly type: 'start_event';
  readonly event: EventDefinition;
  readonly interrupting: boolean;
}

/** A message or timer that the token waits for. */
export interface CatchEventElement extends ElementBase {
  readonly type: 'intermediate_catch_event';
  readonly event: EventDefinition;
}

/** An end event or a throw event; message events are jobs. */
export interface ThrowEventElement extends ElementBase {
  readonly type: 'end_event' | 'intermediate_throw_event';
  readonly event: EventDefinition;
  readonly job?: JobDefinition;
}

/** An event at the border of an activity. */
export interface BoundaryEventElement extends ElementBase {
  readonly type: 'boundary_event';
  readonly event: EventDefinition;
  readonly attachedToId: string;
  readonly interrupting: boolean;
}

/** Exclusive and inclusive gateways. */
export interface DecidingGatewayElement extends ElementBase {
  readonly type: 'exclusive_gateway' | 'inclusive_gateway';
  readonly defaultFlowId?: string;
}

/** Parallel and event-based gateways. */
export interface PlainGatewayElement extends ElementBase {
  readonly type: 'parallel_gateway' | 'event_based_gateway';
}

/** Any element of a process graph. */
export type GraphElement =
  | ScopeElement
  | PassElement
  | JobElement
  | UserTaskElement
  | ScriptTaskElement
  | BusinessRuleTaskElement
  | ReceiveTaskElement
  | CallActivityElement
  | StartEventElement
  | CatchEventElement
  | ThrowEventElement
  | BoundaryEventElement
  | DecidingGatewayElement
  | PlainGatewayElement;

/** The element of one given type. */
export type ElementOf<Type extends ElementType> = GraphElement extends infer Each
  ? Each extends { readonly type: infer Own }
    ? Type extends Own
      ? Each
      : never
    : never
  : never;

/** A message start event of a process; its name is constant. */
export interface MessageStart {
  readonly elementId: string;
  readonly messageName: string;
}

/** A timer start event of a process; its text is evaluated without variables. */
export interface TimerStart {
  readonly elementId: string;
  readonly timer: TimerDefinition;
}

/** An executable process, parsed, checked and frozen. */
export interface ProcessGraph {
  readonly bpmnProcessId: string;
  readonly name?: string;
  /** All elements by id, the process itself included. */
  readonly elements: ReadonlyMap<string, GraphElement>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  readonly messageStarts: readonly MessageStart[];
  readonly timerStarts: readonly TimerStart[];
  /** Inclusive gateways with several incoming flows: what they wait for may change anywhere. */
  readonly inclusiveJoinIds: readonly string[];
}
