import { type BuildContext, readExpression, readFeel } from './build-context.ts';
import type { EventDefinition, TimerDefinition } from './graph.ts';
import { childrenOf, extensionOf, type SourceNode } from './source.ts';

const NONE: EventDefinition = { type: 'none' };

/** Reads the event definition of an event; the checks have made sure that there is at most one. */
export function buildEvent(node: SourceNode, context: BuildContext): EventDefinition {
  const definition = childrenOf(node, 'eventDefinitions')[0];
  switch (definition?.type) {
    case 'bpmn:MessageEventDefinition':
      return buildMessage(definition.references.messageRef, context);
    case 'bpmn:TimerEventDefinition':
      return { type: 'timer', timer: buildTimer(node, definition, context) };
    case 'bpmn:ErrorEventDefinition':
      return buildError(node, definition, context);
    case 'bpmn:TerminateEventDefinition':
      return { type: 'terminate' };
    default:
      return NONE;
  }
}

/** Reads a message reference, of an event definition or of a receive task. */
export function buildMessage(
  messageId: string | undefined,
  context: BuildContext,
): EventDefinition {
  const message = context.rootElements.get(messageId ?? '');
  if (message === undefined) {
    return { type: 'message', messageName: { kind: 'static', text: '' } };
  }
  const messageName = readExpression(context, { node: message }, message.attributes.name);
  const subscription = extensionOf(message, 'Subscription');
  const key = subscription?.attributes.correlationKey;
  if (key === undefined) return { type: 'message', messageName };
  const place = { node: message, tags: ['extensionElements', 'subscription'] };
  return { type: 'message', messageName, correlationKey: readFeel(context, place, key) };
}

function buildTimer(
  node: SourceNode,
  definition: SourceNode,
  context: BuildContext,
): TimerDefinition {
  const place = { node, tags: ['timerEventDefinition'] };
  for (const kind of ['date', 'duration', 'cycle'] as const) {
    const property = `time${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    const text = childrenOf(definition, property)[0]?.body;
    if (text !== undefined)
      return { kind, expression: readExpression(context, place, text.trim()) };
  }
  return { kind: 'duration', expression: { kind: 'static', text: '' } };
}

function buildError(
  node: SourceNode,
  definition: SourceNode,
  context: BuildContext,
): EventDefinition {
  const error = context.rootElements.get(definition.references.errorRef ?? '');
  const code = error?.attributes.errorCode;
  if (code === undefined || code === '') return { type: 'error' };
  return { type: 'error', errorCode: readExpression(context, { node }, code) };
}
