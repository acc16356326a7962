import { behaviors } from './behaviors/index.ts';
import { checkDocument } from './commands/check-document.ts';
import { checkCreation, createInstance, refuseChild } from './commands/create-instance.ts';
import { handleCommand } from './commands/index.ts';
import type { Environment } from './environment.ts';
import { beginExecution } from './execution/execution.ts';
import { run } from './execution/run.ts';
import type { ProcessGraph } from './model/graph.ts';
import type {
  Command,
  CreateInstance,
  Event,
  InstanceCreated,
  Outgoing,
  Rejection,
  Result,
} from './records/index.ts';
import { problem, success } from './records/index.ts';
import { apply } from './state/apply.ts';
import type { InstanceState } from './state/instance.ts';

/** What a command has led to, when the instance waits again or has ended. */
export interface Step {
  readonly events: readonly Event[];
  /** Commands for other instances, in the order in which they are to be stepped. */
  readonly outgoing: readonly Outgoing[];
  /**
   * The state that was passed in, with the events applied. Undefined only when a call activity's
   * child could not begin: there are then no events either, and `outgoing` tells the parent.
   */
  readonly state: InstanceState | undefined;
}

/**
 * Decides what follows from a command: events, or a rejection that changes nothing. Works until the
 * instance waits. The state is changed in place, by apply() alone; when this throws (a bug), or its
 * events are not stored, the caller discards the state and loads it again.
 */
export function step(
  graph: ProcessGraph,
  state: InstanceState | undefined,
  command: Command,
  environment: Environment,
): Result<Step, Rejection> {
  if (command.type === 'create_instance') return create(graph, command, environment);
  if (state === undefined || state.outcome !== undefined) {
    const message = 'Expected to find the process instance, but it does not exist or has ended';
    return problem({ code: 'not_found', message });
  }
  const execution = beginExecution({ graph, state, environment, behaviors });
  const handled = handleCommand(execution, command);
  if (!handled.ok) return handled;
  run(execution);
  return success({ events: execution.events, outgoing: execution.outgoing, state });
}

function create(
  graph: ProcessGraph,
  command: CreateInstance,
  environment: Environment,
): Result<Step, Rejection> {
  const checked = checkCreation(graph, command);
  if (!checked.ok) return refuse(command, checked.problem);
  const document = checkDocument(command.variables);
  if (!document.ok) return refuse(command, document.problem);
  const { processInstanceKey, definition, origin } = command;
  const created: InstanceCreated = {
    type: 'instance_created',
    processInstanceKey,
    definition,
    origin,
  };
  const state = apply(undefined, created);
  const execution = beginExecution({ graph, state, environment, behaviors });
  execution.events.push(created);
  createInstance(execution, command);
  run(execution);
  return success({ events: execution.events, outgoing: execution.outgoing, state });
}

function refuse(command: CreateInstance, rejection: Rejection): Result<Step, Rejection> {
  const { origin } = command;
  const answer = refuseChild(command, rejection);
  if (answer === undefined || origin.type !== 'call') return problem(rejection);
  const { processInstanceKey } = origin.parent;
  const outgoing = [{ processInstanceKey, command: answer }];
  return success({ events: [], outgoing, state: undefined });
}
