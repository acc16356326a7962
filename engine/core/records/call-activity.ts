import type { JsonDocument } from './json.ts';
import type { Key } from './key.ts';

/** A child instance has completed; `variables` are those of its root scope. */
export interface CompleteChild {
  readonly type: 'complete_child';
  /** The call activity instance in the parent. */
  readonly elementInstanceKey: Key;
  readonly childProcessInstanceKey: Key;
  readonly variables: JsonDocument;
}

/** A child instance has been terminated, as its parent asked. */
export interface ChildTerminated {
  readonly type: 'child_terminated';
  readonly elementInstanceKey: Key;
  readonly childProcessInstanceKey: Key;
}

/** The child process cannot begin (no none start event): the call activity gets an incident. */
export interface ChildRefused {
  readonly type: 'child_refused';
  readonly elementInstanceKey: Key;
  readonly childProcessInstanceKey: Key;
  readonly message: string;
}

/** Where a BPMN error was thrown, when nothing in the thrower's own instance catches it. */
export interface ErrorThrower {
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
}

/** A BPMN error that the child instance does not catch looks for a catcher in the parent. */
export interface PropagateError {
  readonly type: 'propagate_error';
  readonly elementInstanceKey: Key;
  readonly thrower: ErrorThrower;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: JsonDocument;
}

/** No parent catches the error either: the thrower gets the incident. */
export interface ErrorUncaught {
  readonly type: 'error_uncaught';
  readonly elementInstanceKey: Key;
  readonly errorCode: string;
  readonly errorMessage: string;
  /** Error codes that could be caught, for the incident's text. */
  readonly availableCodes: readonly string[];
}

/** The call activity has a child; the shell steps the create_instance that is in `outgoing`. */
export interface ChildCalled {
  readonly type: 'child_called';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly childProcessInstanceKey: Key;
}

/** The child is no longer there, whatever its end. */
export interface ChildReleased {
  readonly type: 'child_released';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly childProcessInstanceKey: Key;
}

/** Commands between a parent instance and its child. */
export type CallActivityCommand =
  | CompleteChild
  | ChildTerminated
  | ChildRefused
  | PropagateError
  | ErrorUncaught;

/** The tie between a call activity and its child. */
export type CallActivityEvent = ChildCalled | ChildReleased;
