import { problemAt } from '../problem.ts';
import { childrenOf, type SourceNode } from '../source.ts';
import { firstOccurrence } from '../timer/schedule.ts';
import { eachElement, eventDefinitionsOf, isEventSubProcess } from './check.ts';

const KINDS = { timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle' } as const;

/** Static texts are tried here at some moment; which one does not matter. */
const SOME_MOMENT = { now: 0, zone: 'UTC' };

/** A timer has one text; only what can fire several times may be a cycle. */
export const timerDefinition = eachElement(({ node, ancestors }) => {
  const definition = eventDefinitionsOf(node)[0];
  if (definition?.type !== 'bpmn:TimerEventDefinition') return [];
  const given = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter(
    (property) => childrenOf(definition, property)[0]?.body !== undefined,
  );
  const [property] = given;
  if (property === undefined || given.length > 1) {
    return [
      problemAt(
        node,
        'Must be exactly one type of timer: timeDuration, timeDate or timeCycle',
        'timerEventDefinition',
      ),
    ];
  }
  const text = childrenOf(definition, property)[0]?.body?.trim() ?? '';
  return [
    ...(property === 'timeCycle' && !mayRepeat(node, ancestors.at(-1))
      ? [
          problemAt(
            node,
            'Interrupting timer event with time cycle is not allowed.',
            'timerEventDefinition',
          ),
        ]
      : []),
    ...readText(KINDS[property], text).map((fault) =>
      problemAt(node, fault, 'timerEventDefinition'),
    ),
  ];
});

function mayRepeat(node: SourceNode, scope: SourceNode | undefined): boolean {
  if (node.type === 'bpmn:BoundaryEvent') return node.attributes.cancelActivity === 'false';
  if (node.type !== 'bpmn:StartEvent') return false;
  const isHandler = scope !== undefined && isEventSubProcess(scope);
  return !isHandler || node.attributes.isInterrupting === 'false';
}

function readText(kind: (typeof KINDS)[keyof typeof KINDS], text: string): readonly string[] {
  if (text.startsWith('=')) return [];
  const occurrence = firstOccurrence(kind, text, SOME_MOMENT);
  return occurrence.ok ? [] : [occurrence.problem];
}
