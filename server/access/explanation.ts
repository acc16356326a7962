import { ACTIONS, type Action, isAction, NOT_DELEGABLE } from './actions.ts';
import type { Holders, Holding } from './holders.ts';
import { coversObject, type PolicyRow } from './policy-row.ts';
import { type AccessContext, failedCondition } from './predicates.ts';

/** A reason in both languages. */
export interface Explanation {
  readonly zh: string;
  readonly en: string;
}

/** What was asked, and what it was decided with. */
export interface Question {
  readonly userId: string;
  readonly action: Action;
  readonly object: string;
  readonly context: AccessContext;
  readonly policies: readonly PolicyRow[];
  readonly holders: Holders;
}

/** Says by which rule and in which capacity somebody may act. */
export function explainAllowed(
  row: PolicyRow,
  rule: number,
  capacity: Holding | undefined,
): Explanation {
  const as = capacity === undefined ? row.subject : `${capacity.positionCode}@${capacity.unitCode}`;
  const reach = `${row.subject} ${row.scope} ${row.object} ${row.action}`;
  return {
    zh: `依据第 ${rule} 条规则(${reach}),以 ${as} 的身份`,
    en: `allowed by rule ${rule} (${reach}) as ${as}`,
  };
}

/** Says which rule comes nearest to the act, and what is missing. */
export function explainRefused(question: Question): Explanation {
  const { action, object, policies } = question;
  const rows = policies.filter(
    (row) => (row.action === action || row.action === '*') && coversObject(object, row.object),
  );
  const held = rows.filter((row) => holds(question, row, question.context.unitCode));
  const deny = held.find((row) => row.effect === 'deny' && failed(question, row) === undefined);
  if (deny !== undefined) {
    return {
      zh: `规则明确禁止该岗位${wordOf(action)}`,
      en: `denied: ${deny.subject} may never ${action} here`,
    };
  }
  const allowing = held.filter((row) => row.effect === 'allow');
  const condition = allowing.map((row) => failed(question, row)).find((it) => it !== undefined);
  if (condition !== undefined) {
    return { zh: condition.why, en: `condition ${condition.name}: ${condition.whyEn}` };
  }
  return explainUnheld(question, rows);
}

function explainUnheld(question: Question, rows: readonly PolicyRow[]): Explanation {
  const { action, userId, holders } = question;
  const holdings = holders.holdingsOf(userId);
  const near = rows.filter((row) => row.effect === 'allow');
  const carried = (holding: Holding) =>
    near.some((row) => holders.carries(holding.positionCode, row.subject));
  if (holdings.some((it) => it.isDelegated && NOT_DELEGABLE.has(action) && carried(it))) {
    return { zh: `${wordOf(action)}不能委托他人代行`, en: `${action} cannot be delegated` };
  }
  if (holdings.some(carried)) {
    return { zh: '该事项不在您岗位的管辖范围内', en: 'the case lies outside your territory' };
  }
  return { zh: `您的岗位没有${wordOf(action)}权限`, en: `no rule lets you ${action} here` };
}

function holds({ holders, userId, action }: Question, row: PolicyRow, unitCode: string): boolean {
  const { subject, scope } = row;
  return holders.matching({ userId, subject, scope, unitCode, action }) !== undefined;
}

function failed({ userId, context }: Question, row: PolicyRow) {
  return failedCondition(row.condition, userId, context);
}

function wordOf(action: string): string {
  return isAction(action) ? `“${ACTIONS[action][1]}”` : action;
}
