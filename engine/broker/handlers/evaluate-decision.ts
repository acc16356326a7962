import { refuse } from '../reply.ts';
import type { Handler } from './handler.ts';

/** Evaluates a decision: the named version, or the latest. */
export const evaluateDecision: Handler<'evaluate_decision'> = {
  async run(_batch, { decisionId, decisionKey }) {
    const what = decisionId === '' ? `key '${decisionKey}'` : `id '${decisionId}'`;
    return refuse(
      'invalid_argument',
      `Expected to evaluate decision with ${what}, but no decision found`,
    );
  },
};
