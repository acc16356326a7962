import { type BuildContext, readExpression, readFeel, readOptional } from './build-context.ts';
import type { Mapping, MultiInstance } from './graph.ts';
import { problemAt } from './problem.ts';
import { childrenOf, extensionOf, type SourceNode } from './source.ts';

const TARGET_PATTERN = /^[a-zA-Z_][a-zA-Z0-9_]*(\.[a-zA-Z_][a-zA-Z0-9_]*)*$/;
const RESERVED_NAMES: ReadonlySet<string> = new Set(
  'null true false function if then else for between instance of'.split(' '),
);

/** Reads `zeebe:ioMapping`: inputs may be static text, outputs must be FEEL. */
export function buildMappings(
  node: SourceNode,
  context: BuildContext,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } {
  const mapping = extensionOf(node, 'IoMapping');
  if (mapping === undefined) return { inputs: [], outputs: [] };
  const inputs = childrenOf(mapping, 'inputParameters').map((input) => ({
    source: readExpression(context, place(node, 'input'), input.attributes.source),
    target: readTarget(node, input, context),
  }));
  const outputs = childrenOf(mapping, 'outputParameters').map((output) => ({
    source: readFeel(context, place(node, 'output'), output.attributes.source),
    target: readTarget(node, output, context),
  }));
  return { inputs, outputs };
}

function place(node: SourceNode, tag: string) {
  return { node, tags: ['extensionElements', 'ioMapping', tag] };
}

function readTarget(
  node: SourceNode,
  mapping: SourceNode,
  context: BuildContext,
): readonly string[] {
  const target = mapping.attributes.target ?? '';
  const names = target.split('.');
  if (!TARGET_PATTERN.test(target)) {
    const message =
      `Expected path expression '${target}' but doesn't match the pattern ` +
      `'${TARGET_PATTERN.source}'.`;
    context.problems.push(problemAt(node, message, 'extensionElements', 'ioMapping'));
  } else if (names.some((name) => RESERVED_NAMES.has(name))) {
    const message = `Expected path expression '${target}' but it contains a reserved word.`;
    context.problems.push(problemAt(node, message, 'extensionElements', 'ioMapping'));
  }
  return names;
}

/** Reads `bpmn:multiInstanceLoopCharacteristics` with its `zeebe:loopCharacteristics`. */
export function buildMultiInstance(
  node: SourceNode,
  context: BuildContext,
): MultiInstance | undefined {
  const loop = childrenOf(node, 'loopCharacteristics')[0];
  const zeebe = loop === undefined ? undefined : extensionOf(loop, 'LoopCharacteristics');
  if (loop === undefined || zeebe === undefined) return undefined;
  const where = { node, tags: ['multiInstanceLoopCharacteristics'] };
  const { inputCollection, inputElement, outputCollection, outputElement } = zeebe.attributes;
  const condition = childrenOf(loop, 'completionCondition')[0]?.body;
  const completionCondition = readOptional(context, where, condition);
  return {
    sequential: loop.attributes.isSequential === 'true',
    inputCollection: readFeel(context, where, inputCollection),
    ...(inputElement ? { inputElement } : {}),
    ...(outputCollection ? { outputCollection } : {}),
    ...(outputElement ? { outputElement: readFeel(context, where, outputElement) } : {}),
    ...(completionCondition === undefined ? {} : { completionCondition }),
  };
}
