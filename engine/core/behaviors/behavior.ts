import type { Execution } from '../execution/execution.ts';
import type { ElementOf, GraphElement } from '../model/graph.ts';
import type { ElementType, Failure, Result } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';

/** Whether the element waits for something or is done at once. */
export type Progress = 'wait' | 'complete';

/**
 * What one BPMN element does at each point of its life. Every step may append events and put work
 * into the queue; a failure becomes an incident, and the same step is repeated when it is resolved.
 */
export interface Behavior<Element extends GraphElement = GraphElement> {
  /**
   * Joins only: the flows whose tokens the activation uses up, or undefined while the gateway
   * has to wait for more. Asked whenever a token arrives.
   */
  join?(
    execution: Execution,
    element: Element,
    scope: ElementInstance,
  ): readonly string[] | undefined;

  /** After the input mappings. Evaluates everything before it writes anything. */
  onActivate(
    execution: Execution,
    element: Element,
    instance: ElementInstance,
  ): Result<Progress, Failure>;

  /** Before the output mappings. */
  onComplete?(
    execution: Execution,
    element: Element,
    instance: ElementInstance,
  ): Result<void, Failure>;

  /** After the output mappings: the flows to take; all outgoing ones when absent. */
  flows?(
    execution: Execution,
    element: Element,
    instance: ElementInstance,
  ): Result<readonly string[], Failure>;

  /** `wait`: something outside this instance has to end before the element can. */
  onTerminate?(execution: Execution, element: Element, instance: ElementInstance): Progress;

  /** Scopes: something directly inside has ended, and nothing is on its way in. */
  onChildEnded?(execution: Execution, element: Element, instance: ElementInstance): void;
}

/** One behavior for each element type: forgetting one does not compile. */
export type Behaviors = {
  readonly [Type in ElementType]: Behavior<BehaviorElement<Type>>;
};

/** A multi-instance body can stand around any activity. */
type BehaviorElement<Type extends ElementType> = Type extends 'multi_instance_body'
  ? GraphElement
  : ElementOf<Type>;
