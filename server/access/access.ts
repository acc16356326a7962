import { type Enforcer, newEnforcer, newModelFromString } from 'casbin';
import { ACTIONS, type Action, isAction } from './actions.ts';
import { type Explanation, explainAllowed, explainRefused } from './explanation.ts';
import { CITIZEN, type Holders, type Holding, makeHolders, roleLinks } from './holders.ts';
import { MODEL } from './model.ts';
import type { Scope } from './policy-row.ts';
import { coversObject, faultOfRow, isRequestObject, type PolicyRow } from './policy-row.ts';
import { type AccessContext, failedCondition } from './predicates.ts';
import { withReadRows } from './read-rows.ts';
import type { OfficeTemplates } from './templates.ts';
import { makeTerritory, type Territory, type TerritoryUnit } from './territory.ts';
import { type SqlFragment, visibleCases } from './visible-cases.ts';

/** Everything that decides about access, as read from the database and from the processes. */
export interface AccessInput {
  readonly templates: OfficeTemplates;
  readonly units: readonly TerritoryUnit[];
  /** The appointments that are valid today. */
  readonly holdings: readonly Holding[];
  readonly policies: readonly PolicyRow[];
}

/** The answer to a question about access, with its reason. */
export interface AccessAnswer {
  readonly isAllowed: boolean;
  /** The number of the rule that decided, counted from 1 in the order of the role matrices. */
  readonly rule: number | undefined;
  /** The position at a unit by which the user may act: the capacity that a signature prints. */
  readonly capacity: Holding | undefined;
  readonly why: Explanation;
}

/** One state of the rules. It never changes; a change of the rules is a new one. */
export interface Access {
  readonly policies: readonly PolicyRow[];
  readonly territory: Territory;
  readonly holders: Holders;
  /** Whether a user may do something; `userId` is an account or {@link CITIZEN}. */
  may(userId: string, action: Action, object: string, context: AccessContext): AccessAnswer;
  /** A condition on `case_file` that holds for the cases that a user may read. */
  visibleCases(userId: string, alias?: string): SqlFragment;
}

const USER_PREFIX = 'u:';

/** Builds the rules; every mistake in them is thrown, so that the old ones stay in force. */
export async function makeAccess(input: AccessInput): Promise<Access> {
  const policies = withReadRows(input.policies);
  checkPolicies(policies);
  const territory = makeTerritory(input.units);
  const holders = makeHolders(input.holdings, roleLinks(input.templates), territory);
  const enforcers = await makeEnforcers(policies, holders);
  const numbers = new Map(policies.map((row, at) => [JSON.stringify(cellsOf(row)), at + 1]));

  return {
    policies,
    territory,
    holders,
    may: (userId, action, object, context) => {
      checkRequest(userId, action, object, context);
      const request = [USER_PREFIX + userId, context.unitCode, object, action, context];
      const enforcer = enforcers.get(action);
      const [isAllowed, matched] = enforcer?.enforceExSync(...request) ?? [false, []];
      const rule = numbers.get(JSON.stringify(matched));
      const row = rule === undefined ? undefined : policies[rule - 1];
      const question = { userId, action, object, context, policies, holders };
      if (row === undefined) {
        return { isAllowed: false, rule, capacity: undefined, why: explainRefused(question) };
      }
      const capacity = capacityOf(holders, userId, row, { action, unitCode: context.unitCode });
      const why = explainAllowed(row, rule ?? 0, capacity);
      if (isAllowed) return { isAllowed, rule, capacity, why };
      return { isAllowed, rule, capacity: undefined, why: explainRefused(question) };
    },
    visibleCases: (userId, alias) => visibleCases(userId, { policies, territory, holders }, alias),
  };
}

// One enforcer for each action: casbin tries every rule it knows, and most are of other actions.
async function makeEnforcers(
  policies: readonly PolicyRow[],
  holders: Holders,
): Promise<ReadonlyMap<string, Enforcer>> {
  const enforcers = new Map<string, Enforcer>();
  for (const action of Object.keys(ACTIONS)) {
    const rows = policies.filter((row) => row.action === action || row.action === '*');
    if (rows.length > 0) enforcers.set(action, await makeEnforcer(rows, holders));
  }
  return enforcers;
}

async function makeEnforcer(rows: readonly PolicyRow[], holders: Holders): Promise<Enforcer> {
  const enforcer = await newEnforcer(newModelFromString(MODEL));
  enforcer.enableLog(false);
  // casbin refuses the whole batch for one row that is there twice, and only says false.
  const isLoaded = await enforcer.addPolicies(rows.map(cellsOf));
  if (!isLoaded) throw new Error('Expected each rule once, but one is there twice');
  await addFunctions(enforcer, holders);
  return enforcer;
}

// The matcher asks our directory of appointments instead of casbin's role graphs: those cannot
// tell the unit of a case from the unit of an appointment, and they end silently after ten links.
async function addFunctions(enforcer: Enforcer, holders: Holders): Promise<void> {
  await enforcer.addFunction('objIn', coversObject);
  await enforcer.addFunction(
    'check',
    (condition: string, subject: string, context: AccessContext) => {
      return failedCondition(condition, subject.slice(USER_PREFIX.length), context) === undefined;
    },
  );
  const holds = (...cells: string[]): boolean => {
    const [user = '', subject = '', unitCode = '', scope = '', action = ''] = cells;
    const userId = user.slice(USER_PREFIX.length);
    if (subject === CITIZEN || userId === CITIZEN) return subject === userId;
    const question = { userId, subject, scope: scope as Scope, unitCode, action };
    return holders.matching(question) !== undefined;
  };
  await enforcer.addFunction('holds', holds);
}

function capacityOf(
  holders: Holders,
  userId: string,
  row: PolicyRow,
  asked: { readonly action: string; readonly unitCode: string },
): Holding | undefined {
  return holders.matching({ userId, subject: row.subject, scope: row.scope, ...asked });
}

function cellsOf(row: PolicyRow): string[] {
  return [row.subject, row.scope, row.object, row.action, row.condition, row.effect];
}

function checkPolicies(policies: readonly PolicyRow[]): void {
  for (const [at, row] of policies.entries()) {
    const fault = faultOfRow(row);
    if (fault !== undefined) throw new Error(`Rule ${at + 1}: ${fault}`);
  }
}

// casbin compares loosely, so nothing but checked strings may reach it.
function checkRequest(
  userId: string,
  action: string,
  object: string,
  context: AccessContext,
): void {
  const isWhole =
    typeof userId === 'string' &&
    /^[\w-]+$/.test(userId) &&
    typeof action === 'string' &&
    isAction(action) &&
    typeof object === 'string' &&
    isRequestObject(object) &&
    typeof context?.unitCode === 'string';
  if (!isWhole) throw new TypeError(`Expected a whole question, but got ${action} on ${object}`);
}
