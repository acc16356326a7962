import { evaluateString } from '../execution/evaluate.ts';
import { boundaryCatchers, openEvents } from '../execution/events.ts';
import { append } from '../execution/execution.ts';
import { createJob } from '../execution/jobs.ts';
import { visibleDocument } from '../execution/lookup.ts';
import { deliverResult } from '../execution/variables.ts';
import type { BusinessRuleTaskElement } from '../model/graph.ts';
import { problem, success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/** Evaluates a decision with all visible variables, or is a job. */
export const businessRuleTask: Behavior<BusinessRuleTaskElement> = {
  onActivate(execution, element, instance) {
    const { job, decision } = element;
    if (job !== undefined) return createJob(execution, instance, job);
    if (decision === undefined) return success('complete');
    const decisionId = evaluateString(execution, decision.decisionId, instance.key);
    if (!decisionId.ok) return decisionId;
    const context = visibleDocument(execution.state, instance.key);
    const answer = execution.environment.decide(decisionId.value, context);
    if (!answer.ok) return problem({ code: answer.code, message: answer.message });
    const opened = openEvents(execution, instance, boundaryCatchers(execution, instance));
    if (!opened.ok) return opened;
    append(execution, {
      type: 'decision_evaluated',
      elementInstanceKey: instance.key,
      elementId: element.id,
      decisionId: decisionId.value,
      output: answer.output,
      details: answer.details,
    });
    const variables = { [decision.resultVariable]: answer.output };
    const keepsLocal = element.outputs.length > 0;
    const delivered = deliverResult(execution, instance, variables, keepsLocal);
    return delivered.ok ? success('complete') : delivered;
  },
};
