import { availableCodes, describeUncaught, throwError } from '../execution/errors.ts';
import { append, type Execution, enqueue, graphElement, send } from '../execution/execution.ts';
import { raiseIncident } from '../execution/incidents.ts';
import { finishTermination } from '../execution/settle.ts';
import { deliver } from '../execution/variables.ts';
import type { JsonDocument, Key } from '../records/index.ts';
import { success } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import type { CommandHandler } from './command-handler.ts';

/** The child has completed: its variables come in as the call activity says. */
export const completeChild: CommandHandler<'complete_child'> = (execution, command) => {
  const instance = releaseChild(execution, command);
  if (instance === undefined) return success(undefined);
  if (instance.state === 'terminating') finishTermination(execution, instance);
  else {
    deliverResult(execution, instance, command.variables);
    enqueue(execution, { type: 'complete', key: instance.key });
  }
  return success(undefined);
};

/** The child has been stopped: the call activity's own termination goes on. */
export const childTerminated: CommandHandler<'child_terminated'> = (execution, command) => {
  const instance = releaseChild(execution, command);
  if (instance === undefined) return success(undefined);
  if (instance.state === 'terminating') finishTermination(execution, instance);
  else enqueue(execution, { type: 'terminate', key: instance.key });
  return success(undefined);
};

/** The child could not begin. */
export const childRefused: CommandHandler<'child_refused'> = (execution, command) => {
  const instance = releaseChild(execution, command);
  if (instance === undefined) return success(undefined);
  if (instance.state === 'terminating') finishTermination(execution, instance);
  else {
    const failure = { code: 'called_element_error', message: command.message } as const;
    raiseIncident(execution, instance, failure, 'activate');
  }
  return success(undefined);
};

/** A BPMN error that the child does not catch is thrown again from the call activity. */
export const propagateError: CommandHandler<'propagate_error'> = (execution, command) => {
  const { elementInstanceKey, thrower, ...error } = command;
  const instance = execution.state.elements.get(elementInstanceKey);
  if (instance === undefined) return success(undefined);
  const thrown = throwError(execution, instance, error, thrower);
  if (!thrown.ok) {
    send(execution, thrower.processInstanceKey, {
      type: 'error_uncaught',
      elementInstanceKey: thrower.elementInstanceKey,
      errorCode: error.errorCode,
      errorMessage: error.errorMessage,
      availableCodes: availableCodes(execution, instance.key),
    });
  }
  return success(undefined);
};

/** No parent catches the error that an element of this instance has thrown. */
export const errorUncaught: CommandHandler<'error_uncaught'> = (execution, command) => {
  const instance = execution.state.elements.get(command.elementInstanceKey);
  if (instance === undefined || instance.state === 'terminating') return success(undefined);
  const codes = [...availableCodes(execution, instance.key), ...command.availableCodes];
  const retry = instance.jobKey === undefined ? 'activate' : 'job';
  raiseIncident(execution, instance, describeUncaught(command, codes), retry);
  return success(undefined);
};

/** The call activity that waits for exactly this child; undefined when it waits no more. */
function releaseChild(
  execution: Execution,
  { elementInstanceKey, childProcessInstanceKey }: Readonly<Record<ChildKeys, Key>>,
): ElementInstance | undefined {
  const instance = execution.state.elements.get(elementInstanceKey);
  if (instance?.childInstanceKey !== childProcessInstanceKey) return undefined;
  append(execution, { type: 'child_released', elementInstanceKey, childProcessInstanceKey });
  return instance;
}

type ChildKeys = 'elementInstanceKey' | 'childProcessInstanceKey';

function deliverResult(
  execution: Execution,
  instance: ElementInstance,
  variables: JsonDocument,
): void {
  const element = graphElement(execution, instance.elementId);
  const hasOutputs = element.outputs.length > 0;
  const isWanted = element.type === 'call_activity' && element.propagateAllChildVariables;
  if (hasOutputs || isWanted) deliver(execution, instance, variables, hasOutputs);
}
