import { formatFen } from '../domain/money/fen.ts';
import type { DecisionOutput } from './ports/process-catalog.ts';

/** What is known about one evaluation of a decision. */
export interface Evaluated {
  readonly decisionId: string;
  readonly output: unknown;
  readonly rules: readonly { readonly id: string }[];
}

/** How a procedure calls its rules and the outputs of its decisions. */
export interface DecisionWords {
  readonly rules: ReadonlyMap<string, string>;
  readonly outputs: readonly DecisionOutput[];
}

const NOTHING = '没有适用的规则';

/**
 * The outcome of a decision in words: what the rules that fitted are called, else the outputs that
 * the procedure has a label for. Codes are never shown.
 */
export function outcomeText(
  { decisionId, output, rules }: Evaluated,
  words: DecisionWords,
): string {
  const fitted = rules.flatMap(({ id }) => words.rules.get(id) ?? []);
  if (fitted.length > 0) return fitted.join('；');
  const values = valuesOf(output);
  const labelled = words.outputs
    .filter((one) => one.decision === decisionId)
    .flatMap(({ output: name, label, unit }) => {
      const text = valueText(values[name], unit);
      return text === undefined ? [] : [`${label} ${text}`];
    });
  return labelled.length > 0 ? labelled.join('；') : NOTHING;
}

function valuesOf(output: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof output === 'object' && output !== null && !Array.isArray(output);
  return isObject ? (output as Record<string, unknown>) : {};
}

function valueText(value: unknown, unit: string): string | undefined {
  if (typeof value !== 'number') return undefined;
  return unit === 'fen' ? `${formatFen(Math.round(value))} 元` : `${value} ${unit}`;
}
