import { groupBy } from './group-by.ts';
import type { Holders } from './holders.ts';
import { coversObject, type PolicyRow } from './policy-row.ts';
import type { Territory } from './territory.ts';

/** A piece of SQL with its parameters; each `?` stands for one, which may be a list. */
export interface SqlFragment {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The rules that a list is filtered by. */
export interface VisibilityRules {
  readonly policies: readonly PolicyRow[];
  readonly territory: Territory;
  readonly holders: Holders;
}

interface Reach {
  /** A process key, or `*`. */
  readonly process: string;
  /** Unit codes, or undefined for everywhere. */
  readonly units: readonly string[] | undefined;
}

const NOTHING: SqlFragment = { sql: 'false', parameters: [] };

/**
 * The condition that holds for exactly the rows of `case_file` that casbin lets a user read. It is
 * made once per list from the same rules, so that casbin is never asked about single rows.
 */
export function visibleCases(userId: string, rules: VisibilityRules, alias = 'c'): SqlFragment {
  if (!/^[a-z_][a-z0-9_]*$/.test(alias)) throw new Error(`Expected an alias, but got ${alias}`);
  const rows = rules.policies.filter(
    (row) => (row.action === 'read' || row.action === '*') && isProcess(row.object),
  );
  const allowed = reachesOf(userId, rows, rules, 'allow');
  const denied = reachesOf(userId, rows, rules, 'deny');
  if (allowed.length === 0) return NOTHING;
  const visible = anyOf(allowed, alias);
  if (denied.length === 0) return visible;
  const hidden = anyOf(denied, alias);
  return {
    sql: `(${visible.sql} and not ${hidden.sql})`,
    parameters: [...visible.parameters, ...hidden.parameters],
  };
}

// A rule about one step says nothing about reading the whole case.
function isProcess(object: string): boolean {
  return coversObject(object, 'proc:*') && !object.includes('/');
}

function reachesOf(
  userId: string,
  rows: readonly PolicyRow[],
  { territory, holders }: VisibilityRules,
  effect: PolicyRow['effect'],
): readonly Reach[] {
  const reaches = new Map<string, Set<string> | undefined>();
  for (const row of rows) {
    // A condition needs a context, which a list does not have: reading is not granted by it.
    if (row.effect !== effect || row.condition !== 'true') continue;
    for (const holding of holders.holdingsOf(userId)) {
      if (!holders.carries(holding.positionCode, row.subject)) continue;
      const process = row.object.slice('proc:'.length);
      const before = reaches.get(process);
      if (row.scope === 'any') reaches.set(process, undefined);
      else if (!reaches.has(process) || before !== undefined) {
        const units =
          row.scope === 'exact' ? [holding.unitCode] : territory.subtree(holding.unitCode);
        reaches.set(process, new Set([...(before ?? []), ...units]));
      }
    }
  }
  return merged(reaches);
}

// Processes with the same territory share one condition.
function merged(reaches: ReadonlyMap<string, Set<string> | undefined>): readonly Reach[] {
  return [...reaches].map(([process, units]) => ({
    process,
    units: units === undefined ? undefined : [...units].sort(),
  }));
}

function anyOf(reaches: readonly Reach[], alias: string): SqlFragment {
  const groups = groupBy(reaches, ({ units }) => units?.join(' '));
  const parts: string[] = [];
  const parameters: unknown[] = [];
  for (const group of groups.values()) {
    const conditions: string[] = [];
    if (!group.some(({ process }) => process === '*')) {
      conditions.push(`${alias}.process_key = any(?)`);
      parameters.push(group.map(({ process }) => process));
    }
    const units = group[0]?.units;
    if (units !== undefined) {
      conditions.push(`${alias}.unit_code = any(?)`);
      parameters.push(units);
    }
    parts.push(conditions.length === 0 ? 'true' : `(${conditions.join(' and ')})`);
  }
  return { sql: `(${parts.join(' or ')})`, parameters };
}
