import { type DeploymentProblem, problemAt } from '../problem.ts';
import { childrenOf, type SourceNode } from '../source.ts';
import { eachScope, eventDefinitionsOf, isEventSubProcess } from './check.ts';

/**
 * A process has a start event, and one none start event at most; an embedded sub-process has one
 * none start event; an event sub-process has one start event that something triggers.
 */
export const startEvents = eachScope((scope) => {
  const starts = childrenOf(scope, 'flowElements').filter(({ type }) => type === 'bpmn:StartEvent');
  if (scope.type === 'bpmn:Process') return ofProcess(scope, starts);
  return isEventSubProcess(scope) ? ofEventSubProcess(scope, starts) : ofSubProcess(scope, starts);
});

function ofProcess(scope: SourceNode, starts: readonly SourceNode[]): DeploymentProblem[] {
  if (starts.length === 0) return [problemAt(scope, 'Must have at least one start event')];
  const errors = starts.filter((start) => kindOf(start) === 'bpmn:ErrorEventDefinition');
  return [
    ...(starts.filter((start) => kindOf(start) === undefined).length > 1
      ? [problemAt(scope, 'Multiple none start events are not allowed')]
      : []),
    ...errors.map((start) => problemAt(start, 'Must be of type none, message or timer')),
  ];
}

function ofSubProcess(scope: SourceNode, starts: readonly SourceNode[]): DeploymentProblem[] {
  if (starts.length !== 1) return [problemAt(scope, 'Must have exactly one start event')];
  return starts
    .filter((start) => kindOf(start) !== undefined)
    .map((start) => problemAt(start, 'Start events in subprocesses must be of type none'));
}

function ofEventSubProcess(scope: SourceNode, starts: readonly SourceNode[]): DeploymentProblem[] {
  const [start] = starts;
  if (start === undefined || starts.length > 1) {
    return [problemAt(scope, 'Must have exactly one start event')];
  }
  const kind = kindOf(start);
  if (kind === undefined) {
    return [
      problemAt(start, 'Start events in event subprocesses must be one of: message, timer, error'),
    ];
  }
  const isSoft = start.attributes.isInterrupting === 'false';
  return isSoft && kind === 'bpmn:ErrorEventDefinition'
    ? [problemAt(start, 'Non-interrupting error start events are not allowed')]
    : [];
}

function kindOf(start: SourceNode): string | undefined {
  return eventDefinitionsOf(start)[0]?.type;
}
