import { problemAt } from '../problem.ts';
import { childrenOf } from '../source.ts';
import { eachElement, outgoingOf } from './check.ts';

/** Where a gateway has to choose, each flow says when it is taken, or is the default. */
export const decidingGateway = eachElement(({ node }, checked) => {
  if (node.type !== 'bpmn:ExclusiveGateway' && node.type !== 'bpmn:InclusiveGateway') return [];
  const outgoing = outgoingOf(checked, node.id);
  const { default: defaultFlow } = node.references;
  const undecided = outgoing.filter(
    (flow) =>
      flow.id !== defaultFlow && childrenOf(flow, 'conditionExpression')[0]?.body === undefined,
  );
  const isOwn = defaultFlow === undefined || outgoing.some(({ id }) => id === defaultFlow);
  return [
    ...(isOwn ? [] : [problemAt(node, 'Default flow must start at gateway')]),
    ...(outgoing.length > 1
      ? undecided.map((flow) => problemAt(flow, 'Must have a condition or be default flow'))
      : []),
  ];
});
