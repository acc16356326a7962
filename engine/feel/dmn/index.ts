export {
  type DecisionEvaluation,
  type DecisionFailure,
  type EvaluatedDecision,
  type EvaluatedInput,
  type EvaluatedOutput,
  evaluateDecision,
  type MatchedRule,
} from './evaluate-decision.ts';
export type { Decision, DecisionKind, DmnProblem, DmnProblems, Drg } from './model.ts';
export { parseDmn } from './parse-dmn.ts';
