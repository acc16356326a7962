import type { JsonValue } from './json.ts';
import type { Key } from './key.ts';

/** The instance asks itself to create the next chunk of a large parallel multi-instance body. */
export interface ContinueMultiInstance {
  readonly type: 'continue_multi_instance';
  readonly elementInstanceKey: Key;
}

/** The input collection was read. */
export interface LoopStarted {
  readonly type: 'loop_started';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly size: number;
  /** The collection, kept for a parallel body only; a sequential one reads it again each time. */
  readonly items?: readonly JsonValue[];
  /** The variable of the body that holds the results; it is made only when somebody reads it. */
  readonly outputCollection?: string;
}

/** One result, at its place (from 0) in the output collection of the body. */
export interface LoopOutputCollected {
  readonly type: 'loop_output_collected';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly index: number;
  readonly value: JsonValue;
}

/** The completion condition held: no further instances, the remaining ones are terminated. */
export interface LoopCutShort {
  readonly type: 'loop_cut_short';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
}

/** What happens to a multi-instance body beyond its life cycle. */
export type MultiInstanceEvent = LoopStarted | LoopOutputCollected | LoopCutShort;
