import type { DecisionAnswer } from '../core/environment.ts';
import type { ProcessGraph } from '../core/model/graph.ts';
import type { JsonDocument } from '../core/records/index.ts';
import type { Opening } from '../store/port.ts';

/** Every deployed version of every decision. */
export class Decisions {
  load(_opening: Opening): void {}

  async prepare(_graph: ProcessGraph): Promise<void> {}

  decide(
    decisionId: string,
    _variables: JsonDocument,
    _environment: { readonly now: number; readonly zone: string },
  ): DecisionAnswer {
    const message = `Expected to evaluate decision '${decisionId}', but no decision found for id '${decisionId}'`;
    return { ok: false, code: 'called_decision_error', message };
  }
}
