import { evaluate } from '../execution/evaluate.ts';
import { boundaryCatchers, openEvents } from '../execution/events.ts';
import { createJob } from '../execution/jobs.ts';
import { deliverResult } from '../execution/variables.ts';
import type { ScriptTaskElement } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/** Evaluates a FEEL expression into a variable, or is a job. */
export const scriptTask: Behavior<ScriptTaskElement> = {
  onActivate(execution, element, instance) {
    const { job, script } = element;
    if (job !== undefined) return createJob(execution, instance, job);
    if (script === undefined) return success('complete');
    const result = evaluate(execution, script.expression, instance.key);
    if (!result.ok) return result;
    const opened = openEvents(execution, instance, boundaryCatchers(execution, instance));
    if (!opened.ok) return opened;
    const variables = { [script.resultVariable]: result.value };
    const keepsLocal = element.outputs.length > 0;
    const delivered = deliverResult(execution, instance, variables, keepsLocal);
    return delivered.ok ? success('complete') : delivered;
  },
};
