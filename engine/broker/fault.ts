import type { Key } from '../core/records/index.ts';

/** A fault of ours in a command: its transaction is rolled back and its instance set aside. */
export class Fault extends Error {
  readonly processInstanceKey: Key;

  constructor(processInstanceKey: Key, message: string, cause?: unknown) {
    super(message, { cause });
    this.processInstanceKey = processInstanceKey;
  }
}
