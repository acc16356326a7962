import type { Behaviors } from './behavior.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { intermediateCatchEvent } from './intermediate-catch-event.ts';
import { intermediateThrowEvent } from './intermediate-throw-event.ts';
import { jobTask } from './job-task.ts';
import { multiInstanceBody } from './multi-instance-body.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { passTask } from './pass-task.ts';
import { receiveTask } from './receive-task.ts';
import { root } from './root.ts';
import { scope } from './scope.ts';
import { scriptTask } from './script-task.ts';
import { startEvent } from './start-event.ts';
import { userTask } from './user-task.ts';

/** The list of what the engine executes. */
export const behaviors: Behaviors = {
  process: root,
  sub_process: scope,
  event_sub_process: scope,
  call_activity: callActivity,
  multi_instance_body: multiInstanceBody,
  start_event: startEvent,
  end_event: endEvent,
  intermediate_catch_event: intermediateCatchEvent,
  intermediate_throw_event: intermediateThrowEvent,
  boundary_event: boundaryEvent,
  task: passTask,
  manual_task: passTask,
  service_task: jobTask,
  send_task: jobTask,
  receive_task: receiveTask,
  user_task: userTask,
  script_task: scriptTask,
  business_rule_task: businessRuleTask,
  exclusive_gateway: exclusiveGateway,
  parallel_gateway: parallelGateway,
  inclusive_gateway: inclusiveGateway,
  event_based_gateway: eventBasedGateway,
};
