import type { ElementType } from './element-type.ts';
import type { JsonDocument } from './json.ts';
import type { Key } from './key.ts';

/** What an event brings along to the element that handles it. */
export interface Trigger {
  readonly variables: JsonDocument;
  /** BPMN errors at a boundary: the variables leave the event by output mappings only. */
  readonly local: boolean;
}

/**
 * An element instance comes into being in state `activating`. The process itself is one: its
 * key is the process instance key, it has no flow scope, and `elementId` is the bpmnProcessId.
 */
export interface ElementActivating {
  readonly type: 'element_activating';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly elementType: ElementType;
  /** The instance of the enclosing scope: process, sub-process or multi-instance body. */
  readonly flowScopeKey?: Key;
  /** The flows whose tokens this activation uses up; a join uses one of each incoming flow. */
  readonly flowIds: readonly string[];
  /** Position in a multi-instance body, from 1. */
  readonly loopCounter?: number;
  /** Set on events (and event sub-processes) that start because something was triggered. */
  readonly trigger?: Trigger;
}

/** The element has made what it needs (job, timer, child) and waits, or will complete at once. */
export interface ElementActivated {
  readonly type: 'element_activated';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
}

/** The element is done with its work; output mappings are next. */
export interface ElementCompleting {
  readonly type: 'element_completing';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
}

/** The element instance ends normally; it and its local variables are gone. */
export interface ElementCompleted {
  readonly type: 'element_completed';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly elementType: ElementType;
}

/** The element is being stopped: its children first, then itself. */
export interface ElementTerminating {
  readonly type: 'element_terminating';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
}

/** The element instance was stopped; it and its local variables are gone. */
export interface ElementTerminated {
  readonly type: 'element_terminated';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly elementType: ElementType;
}

/** A token is on its way over a sequence flow, inside one scope instance. */
export interface SequenceFlowTaken {
  readonly type: 'sequence_flow_taken';
  readonly processInstanceKey: Key;
  readonly flowScopeKey: Key;
  readonly flowId: string;
}

/** A scope was interrupted or terminated: tokens that wait at its joins are gone. */
export interface SequenceFlowsDiscarded {
  readonly type: 'sequence_flows_discarded';
  readonly processInstanceKey: Key;
  readonly flowScopeKey: Key;
}

/** The life cycle of element instances and the tokens between them. */
export type ElementEvent =
  | ElementActivating
  | ElementActivated
  | ElementCompleting
  | ElementCompleted
  | ElementTerminating
  | ElementTerminated
  | SequenceFlowTaken
  | SequenceFlowsDiscarded;
