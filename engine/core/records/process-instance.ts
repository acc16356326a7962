import type { DefinitionReference } from './definition.ts';
import type { JsonDocument } from './json.ts';
import type { Key } from './key.ts';

/** The call activity that started a child instance. */
export interface ParentReference {
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
}

/**
 * What started an instance.
 * - `command`: CreateProcessInstance, at the none start event or at `startElementIds`.
 * - `message`: a message start event; the lock on (bpmnProcessId, correlationKey) is the shell's.
 * - `timer`: a timer start event.
 * - `call`: a call activity of the parent.
 */
export type Origin =
  | { readonly type: 'command'; readonly startElementIds?: readonly string[] }
  | {
      readonly type: 'message';
      readonly startElementId: string;
      readonly messageKey: Key;
      readonly messageName: string;
      readonly correlationKey: string;
    }
  | { readonly type: 'timer'; readonly startElementId: string }
  | {
      readonly type: 'call';
      readonly parent: ParentReference;
      /** How many call activities stand above this instance. */
      readonly depth: number;
    };

/**
 * Creates the instance whose key is the address of the command. State must be undefined.
 * Rejections: invalid_state (no none start event), invalid_argument (start element unusable).
 */
export interface CreateInstance {
  readonly type: 'create_instance';
  readonly processInstanceKey: Key;
  readonly definition: DefinitionReference;
  readonly variables: JsonDocument;
  readonly origin: Origin;
}

/** Cancels a root instance. Rejections: not_found, invalid_state (it is a child instance). */
export interface CancelInstance {
  readonly type: 'cancel_instance';
}

/** A parent cancels its child instance; a child that has ended already ignores it. */
export interface TerminateChild {
  readonly type: 'terminate_child';
}

/** One element to activate: missing scopes above it are created. */
export interface ActivateInstruction {
  readonly elementId: string;
  /** The existing scope instance to use, where several could be meant. */
  readonly ancestorElementInstanceKey?: Key;
  readonly variableInstructions?: readonly {
    readonly variables: JsonDocument;
    /** The id of the scope that gets the variables; the process instance when absent. */
    readonly scopeId?: string;
  }[];
}

/** Activates and terminates elements of a running instance; activations come first. */
export interface ModifyInstance {
  readonly type: 'modify_instance';
  readonly activate: readonly ActivateInstruction[];
  readonly terminate: readonly { readonly elementInstanceKey: Key }[];
}

/** First event of every instance. A subscription of the message start lock begins here. */
export interface InstanceCreated {
  readonly type: 'instance_created';
  readonly processInstanceKey: Key;
  readonly definition: DefinitionReference;
  readonly origin: Origin;
}

/**
 * Last event of every instance: nothing of it remains in the index tables. The root variables
 * are still readable in the state that step() returns with it, for a client that waits for them.
 */
export interface InstanceEnded {
  readonly type: 'instance_ended';
  readonly processInstanceKey: Key;
  readonly definition: DefinitionReference;
  readonly outcome: 'completed' | 'terminated';
}

/** Commands that concern the instance as a whole. */
export type ProcessInstanceCommand =
  | CreateInstance
  | CancelInstance
  | TerminateChild
  | ModifyInstance;

/** Events that concern the instance as a whole. */
export type ProcessInstanceEvent = InstanceCreated | InstanceEnded;
