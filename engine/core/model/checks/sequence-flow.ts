import { problemAt } from '../problem.ts';
import { childrenOf } from '../source.ts';
import { eachElement } from './check.ts';

const DECIDING: ReadonlySet<string> = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']);

/**
 * A flow leads from one element of its scope to another; only deciding gateways have conditions.
 * (The real broker accepts flows across scopes, and fails when a token takes one.)
 */
export const sequenceFlow = eachElement(({ node, ancestors }, { nodes }) => {
  if (node.type !== 'bpmn:SequenceFlow') return [];
  const { sourceRef = '', targetRef = '' } = node.references;
  const source = nodes.get(sourceRef);
  const target = nodes.get(targetRef);
  const siblings = childrenOf(ancestors.at(-1) ?? node, 'flowElements');
  const isInside = [source, target].every((end) => end !== undefined && siblings.includes(end));
  const isStray = target?.type === 'bpmn:StartEvent' || source?.type === 'bpmn:EndEvent';
  const hasCondition = childrenOf(node, 'conditionExpression').length > 0;
  return [
    ...(isInside ? [] : ['Must connect two elements of the scope that it is in']),
    ...(isStray ? ['Must not lead into a start event or out of an end event'] : []),
    ...(hasCondition && source !== undefined && !DECIDING.has(source.type)
      ? ['Conditional sequence flows are only supported at exclusive and inclusive gateways']
      : []),
  ].map((message) => problemAt(node, message));
});
