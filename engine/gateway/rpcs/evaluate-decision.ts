import type {
  DecisionAnswer,
  DeployedDecision,
  EvaluatedDecisionAnswer,
} from '../../broker/requests.ts';
import { parseDocument } from '../documents.ts';
import { failed, outcome, type UnaryRpc } from '../rpc.ts';
import { checkTenant, DEFAULT_TENANT } from '../tenants.ts';

interface EvaluateDecisionRequest {
  readonly decisionKey: string;
  readonly decisionId: string;
  readonly variables: string;
  readonly tenantId: string;
}

/** Evaluates the latest version of a decision; a failing evaluation is an answer, not an error. */
export const evaluateDecision: UnaryRpc<EvaluateDecisionRequest> = {
  kind: 'unary',
  name: 'EvaluateDecision',
  async handle(context, request) {
    const refused = checkTenant('EvaluateDecision', request.tenantId);
    if (refused !== undefined) return failed(refused);
    const parsed = parseDocument(request.variables);
    if (!parsed.ok) return failed(parsed.status);
    const reply = await context.broker.execute('evaluate_decision', {
      decisionKey: request.decisionKey,
      decisionId: request.decisionId,
      variables: parsed.document,
    });
    return outcome('EVALUATE', reply, response);
  },
};

function response(answer: DecisionAnswer): object {
  return {
    ...named(answer.decision),
    decisionRequirementsId: answer.decision.decisionRequirementsId,
    decisionRequirementsKey: answer.decision.decisionRequirementsKey,
    decisionOutput: answer.output,
    evaluatedDecisions: answer.evaluated.map(evaluated),
    failedDecisionId: answer.failedDecisionId,
    failureMessage: answer.failureMessage,
    decisionInstanceKey: answer.decisionInstanceKey,
  };
}

function named(decision: DeployedDecision): object {
  return {
    decisionKey: decision.decisionKey,
    decisionId: decision.decisionId,
    decisionName: decision.decisionName,
    decisionVersion: decision.version,
    tenantId: DEFAULT_TENANT,
  };
}

function evaluated(answer: EvaluatedDecisionAnswer): object {
  return {
    ...named(answer.decision),
    decisionType: answer.type,
    decisionOutput: answer.output,
    matchedRules: answer.matchedRules.map(({ ruleId, ruleIndex, outputs }) => ({
      ruleId,
      ruleIndex,
      evaluatedOutputs: outputs.map((output) => ({
        outputId: output.id,
        outputName: output.name,
        outputValue: output.value,
      })),
    })),
    evaluatedInputs: answer.inputs.map((input) => ({
      inputId: input.id,
      inputName: input.name,
      inputValue: input.value,
    })),
  };
}
