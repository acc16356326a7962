import {
  type DecisionEvaluation,
  type Drg,
  evaluateDecision,
  parseDmn,
} from '../../../../engine/feel/dmn/index.ts';
import { environment, lookupOf, type Variables } from '../evaluate.ts';

export const NAMESPACE_13 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A file around elements of a decision requirements graph. */
export function dmn(elements: string, namespace: string = NAMESPACE_13): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="${namespace}" id="drg" name="Graph" namespace="http://example.org">
      ${elements}
    </definitions>`;
}

export interface TableOptions {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly { name: string; values?: string; fallback?: string }[];
  /** Input entries, then output entries. */
  readonly rules: readonly (readonly string[])[];
}

function text(element: string, content: string | undefined): string {
  return content === undefined ? '' : `<${element}><text>${escapeXml(content)}</text></${element}>`;
}

export function table(options: TableOptions): string {
  const { inputs, outputs, rules } = options;
  const policy = options.hitPolicy ? `hitPolicy="${options.hitPolicy}"` : '';
  const aggregation = options.aggregation ? `aggregation="${options.aggregation}"` : '';
  return `<decisionTable id="table" ${policy} ${aggregation}>
    ${inputs.map((each, i) => `<input id="in${i}">${text('inputExpression', each)}</input>`).join('')}
    ${outputs
      .map(({ name, values, fallback }, i) => {
        const parts = text('outputValues', values) + text('defaultOutputEntry', fallback);
        return `<output id="out${i}" name="${name}">${parts}</output>`;
      })
      .join('')}
    ${rules
      .map((cells, i) => {
        const entries = cells.map((cell, column) =>
          text(column < inputs.length ? 'inputEntry' : 'outputEntry', cell),
        );
        return `<rule id="rule${i + 1}">${entries.join('')}</rule>`;
      })
      .join('')}
  </decisionTable>`;
}

export function literal(expression: string): string {
  return `<literalExpression><text>${escapeXml(expression)}</text></literalExpression>`;
}

export function decision(id: string, logic: string, requires: string = ''): string {
  return `<decision id="${id}" name="${id}"><variable name="${id}"/>${requires}${logic}</decision>`;
}

export function requires(kind: 'Decision' | 'Input', ...ids: readonly string[]): string {
  const each = (id: string) =>
    `<informationRequirement><required${kind} href="#${id}"/></informationRequirement>`;
  return ids.map(each).join('');
}

export function knows(...ids: readonly string[]): string {
  const each = (id: string) =>
    `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`;
  return ids.map(each).join('');
}

export async function parse(xml: string): Promise<Drg> {
  const drg = await parseDmn(xml);
  if (!drg.ok) throw new Error(drg.problems.map((each) => each.message).join('\n'));
  return drg;
}

export async function decide(
  elements: string,
  decisionId: string,
  variables: Variables = {},
): Promise<DecisionEvaluation> {
  return evaluateDecision(await parse(dmn(elements)), decisionId, lookupOf(variables), environment);
}
