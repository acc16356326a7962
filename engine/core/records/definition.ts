import type { Key } from './key.ts';

/** Names one deployed version of a process; an instance keeps it for its whole life. */
export interface DefinitionReference {
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  readonly version: number;
}
