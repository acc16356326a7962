import type { Access, AccessInput } from './access.ts';
import { type Action, isAction } from './actions.ts';
import type { Holding } from './holders.ts';
import { coversObject, type PolicyRow } from './policy-row.ts';
import { failedCondition } from './predicates.ts';

const NOBODY = 'nobody';
const SAMPLES_MAX = 60;

/**
 * Proves new rules before they come into force: nobody gets nothing, every appointment is there,
 * and casbin answers a sample of questions as a plain reading of the same rows does.
 */
export function proveAccess(access: Access, input: AccessInput): void {
  const unitCode = input.units[0]?.code ?? '';
  for (const row of access.policies) {
    if (!isAction(row.action) || row.object.includes('*')) continue;
    if (access.may(NOBODY, row.action, row.object, { unitCode }).isAllowed) {
      throw new Error(`Expected nobody to be refused, but may ${row.action} on ${row.object}`);
    }
  }
  for (const { userId, positionCode, unitCode: unit } of input.holdings) {
    if (!access.holders.holdersOf(positionCode, unit).includes(userId)) {
      throw new Error(`Expected ${positionCode}@${unit} to have its holder, but it has not`);
    }
  }
  for (const { holding, action, object } of samples(access, input)) {
    const { userId } = holding;
    const question = { userId, action, object, unitCode: holding.unitCode };
    const plain = plainAnswer(access, question);
    const found = access.may(userId, action, object, { unitCode: holding.unitCode }).isAllowed;
    if (found !== plain) {
      throw new Error(`Expected ${plain} for ${action} on ${object}, but the rules say ${found}`);
    }
  }
}

interface Sample {
  readonly holding: Holding;
  readonly action: Action;
  readonly object: string;
}

function samples(access: Access, input: AccessInput): readonly Sample[] {
  const rows = access.policies.filter((row) => !row.object.includes('*'));
  const found: Sample[] = [];
  for (const [at, row] of rows.entries()) {
    const holding = input.holdings[at % Math.max(input.holdings.length, 1)];
    if (holding === undefined || !isAction(row.action)) continue;
    found.push({ holding, action: row.action, object: row.object });
  }
  return found.slice(0, SAMPLES_MAX);
}

interface PlainQuestion {
  readonly userId: string;
  readonly action: Action;
  readonly object: string;
  readonly unitCode: string;
}

function plainAnswer(access: Access, question: PlainQuestion): boolean {
  const matching = access.policies.filter((row) => applies(access, row, question));
  return (
    matching.some((row) => row.effect === 'allow') && !matching.some((row) => row.effect === 'deny')
  );
}

function applies(access: Access, row: PolicyRow, question: PlainQuestion): boolean {
  const { userId, action, object, unitCode } = question;
  const { subject, scope } = row;
  return (
    (row.action === action || row.action === '*') &&
    coversObject(object, row.object) &&
    access.holders.matching({ userId, subject, scope, unitCode, action }) !== undefined &&
    failedCondition(row.condition, userId, { unitCode }) === undefined
  );
}
