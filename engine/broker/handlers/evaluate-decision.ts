import { success } from '../../core/records/index.ts';
import type { DecisionEvaluation, EvaluatedDecision } from '../../feel/dmn/index.ts';
import type { DecisionRow } from '../../store/port.ts';
import type { Batch } from '../batch.ts';
import { refuse } from '../reply.ts';
import type { DecisionAnswer, DeployedDecision, EvaluatedDecisionAnswer } from '../requests.ts';
import { deployedDecision } from './deploy-decisions.ts';
import type { Handler } from './handler.ts';

/** Evaluates a decision: the latest version of an id, or the version with a key. */
export const evaluateDecision: Handler<'evaluate_decision'> = {
  async run(batch, { decisionId, decisionKey, variables }) {
    const { decisions, zone } = batch.context;
    const row = decisionId === '' ? decisions.byKey(decisionKey) : decisions.latest(decisionId);
    if (row === undefined) {
      const what = decisionId === '' ? `key '${decisionKey}'` : `id '${decisionId}'`;
      return refuse(
        'invalid_argument',
        `Expected to evaluate decision '${decisionId || decisionKey}', ` +
          `but no decision found for ${what}`,
      );
    }
    const evaluation = await decisions.evaluate(row, variables, { now: batch.now, zone });
    return success(answerOf(batch, row, evaluation));
  },
};

function answerOf(
  batch: Batch,
  row: DecisionRow,
  { output, failure, evaluatedDecisions }: DecisionEvaluation,
): DecisionAnswer {
  return {
    decision: deployedDecision(batch, row),
    output: JSON.stringify(output),
    evaluated: evaluatedDecisions.map((evaluated) => evaluatedAnswer(batch, row, evaluated)),
    failedDecisionId: failure?.decisionId ?? '',
    failureMessage: failure?.message ?? '',
    decisionInstanceKey: batch.context.keys.next(),
  };
}

function evaluatedAnswer(
  batch: Batch,
  row: DecisionRow,
  evaluated: EvaluatedDecision,
): EvaluatedDecisionAnswer {
  return {
    decision: versionInFile(batch, row, evaluated),
    type: evaluated.kind,
    output: JSON.stringify(evaluated.output),
    matchedRules: evaluated.matchedRules.map(({ ruleId, ruleIndex, outputs }) => ({
      ruleId,
      ruleIndex,
      outputs: outputs.map(({ outputId, outputName, outputValue }) => ({
        id: outputId,
        name: outputName,
        value: JSON.stringify(outputValue),
      })),
    })),
    inputs: evaluated.inputs.map(({ inputId, inputName, inputValue }) => ({
      id: inputId,
      name: inputName,
      value: JSON.stringify(inputValue),
    })),
  };
}

/** A required decision is that of the same file, which need not be its latest version. */
function versionInFile(
  batch: Batch,
  { requirementsKey }: DecisionRow,
  { decisionId }: EvaluatedDecision,
): DeployedDecision {
  const found = batch.context.decisions.inFile(requirementsKey, decisionId);
  if (found !== undefined) return deployedDecision(batch, found);
  throw new Error(`Expected decision '${decisionId}' to be deployed, but it is not`);
}
