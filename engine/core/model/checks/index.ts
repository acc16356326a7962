import type { DeploymentProblem } from '../problem.ts';
import type { SourceNode } from '../source.ts';
import { boundaryEvent } from './boundary-event.ts';
import { callActivity } from './call-activity.ts';
import { type Check, prepareFile } from './check.ts';
import { decidingGateway } from './deciding-gateway.ts';
import { elementId } from './element-id.ts';
import { elementLimits } from './element-limits.ts';
import { endEvent } from './end-event.ts';
import { errorReference } from './error-reference.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventHandler } from './event-handler.ts';
import { executable } from './executable.ts';
import { jobDefinition } from './job-definition.ts';
import { messageReference } from './message-reference.ts';
import { multiInstance } from './multi-instance.ts';
import { sequenceFlow } from './sequence-flow.ts';
import { startEvents } from './start-events.ts';
import { straightThroughLoop } from './straight-through-loop.ts';
import { supportedElement } from './supported-element.ts';
import { supportedEventDefinition } from './supported-event-definition.ts';
import { supportedExtension } from './supported-extension.ts';
import { timerDefinition } from './timer-definition.ts';
import { uniqueEvents } from './unique-events.ts';
import { uniqueProcessId } from './unique-process-id.ts';
import { userTask } from './user-task.ts';

/** A file that fails one of these is not looked at any further. */
const firstChecks: readonly Check[] = [executable, elementLimits, elementId];

const checks: readonly Check[] = [
  uniqueProcessId,
  supportedElement,
  supportedExtension,
  supportedEventDefinition,
  startEvents,
  endEvent,
  eventHandler,
  sequenceFlow,
  decidingGateway,
  eventBasedGateway,
  boundaryEvent,
  timerDefinition,
  messageReference,
  errorReference,
  uniqueEvents,
  jobDefinition,
  userTask,
  callActivity,
  multiInstance,
  straightThroughLoop,
];

/** All that is wrong with a file, by every rule. */
export function checkModel(definitions: SourceNode): readonly DeploymentProblem[] {
  const file = prepareFile(definitions);
  const first = firstChecks.flatMap((check) => check(file));
  return first.length > 0 ? first : checks.flatMap((check) => check(file));
}
