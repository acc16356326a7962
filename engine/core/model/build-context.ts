import type { Result } from '../records/result.ts';
import { type Expression, type FeelExpression, parseExpression, parseFeel } from './expression.ts';
import { type DeploymentProblem, problemAt } from './problem.ts';
import type { SourceNode } from './source.ts';

/** What the builders of one file share: where references lead, and the problems found so far. */
export interface BuildContext {
  /** Messages and errors by id. */
  readonly rootElements: ReadonlyMap<string, SourceNode>;
  readonly problems: DeploymentProblem[];
}

/** Stands for an expression that could not be read; the file is refused, so nothing runs it. */
const UNREADABLE: Expression = { kind: 'static', text: '' };

/** Where an expression stands, for the text of its problem. */
export interface Place {
  readonly node: SourceNode;
  readonly tags?: readonly string[];
}

/** Reads a static or FEEL text and notes what is wrong with it. */
export function readExpression(
  context: BuildContext,
  place: Place,
  text: string | undefined,
): Expression {
  const parsed = parseExpression(text ?? '');
  return noteProblem(context, place, parsed) ?? UNREADABLE;
}

/** Reads a text that must be FEEL. */
export function readFeel(
  context: BuildContext,
  place: Place,
  text: string | undefined,
): FeelExpression {
  const parsed = parseFeel(text ?? '');
  return noteProblem(context, place, parsed) ?? (UNREADABLE as never);
}

/** Reads a text only where the model has one. */
export function readOptional(
  context: BuildContext,
  place: Place,
  text: string | undefined,
): Expression | undefined {
  return text === undefined || text.trim() === ''
    ? undefined
    : readExpression(context, place, text);
}

function noteProblem<Value>(
  context: BuildContext,
  place: Place,
  parsed: Result<Value, string>,
): Value | undefined {
  if (parsed.ok) return parsed.value;
  context.problems.push(problemAt(place.node, parsed.problem, ...(place.tags ?? [])));
  return undefined;
}
