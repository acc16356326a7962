import { readCaseNumber, writeCaseNumber } from '../domain/case/case-number.ts';
import { isCaseState } from '../domain/case/case-state.ts';
import { loadCalendar } from './calendar.ts';
import { type CaseHead, caseHeads } from './case-head.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';

const PAGE = 50;

export interface CaseSearch {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly process?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The cases that a person may see, the newest first, filtered by what is searched. */
export async function listCases(
  deps: Deps,
  actor: Actor,
  search: CaseSearch,
): Promise<{ items: CaseHead[]; nextCursor: string | null }> {
  const offset = Math.max(Number(search.cursor ?? '0') || 0, 0);
  const visible = deps.access.visibleCases(actor);
  const filter = filterOf(search);
  return deps.records.transaction(async (tx) => {
    const found = await tx.query<{ id: string }>(
      `select c.id from case_file c where (${visible.sql} or c.created_by = ?)${filter.sql}
       order by c.lodged_at desc, c.id limit ? offset ?`,
      [...visible.parameters, actor.userId, ...filter.parameters, PAGE + 1, offset],
    );
    const ids = found.slice(0, PAGE).map(({ id }) => id);
    const rows = await tx.find(
      'CaseFile',
      { id: { $in: ids } },
      { orderBy: { lodgedAt: 'desc', id: 'asc' } },
    );
    return {
      items: await caseHeads(tx, deps, rows, await loadCalendar(tx)),
      nextCursor: found.length > PAGE ? String(offset + PAGE) : null,
    };
  });
}

function filterOf({ q, state, process }: CaseSearch): { sql: string; parameters: unknown[] } {
  const parts: (readonly [string, unknown[]])[] = [];
  if (state !== undefined && isCaseState(state)) parts.push(['c.state = ?', [state]]);
  if (process) parts.push(['c.process_key = ?', [process]]);
  const text = q?.trim();
  if (text) {
    const number = readCaseNumber(text);
    const like = `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;
    const exact = number === undefined ? text : writeCaseNumber(number);
    parts.push([
      '(c.number = ? or c.number like ? or c.applicant_name like ?)',
      [exact, like, like],
    ]);
  }
  return {
    sql: parts.map(([sql]) => ` and ${sql}`).join(''),
    parameters: parts.flatMap(([, parameters]) => parameters),
  };
}
