import { dateAt } from '../domain/calendar/calendar-date.ts';
import type { Deps } from './deps.ts';
import { enqueue } from './outbox.ts';
import type { CaseRow, SupplementNoticeRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import type { TaskRow } from './ports/task-rows.ts';

const BATCH_MAX = 200;

/**
 * Tells the engine what the legal clock says: an unanswered or untold notice whose limit is over,
 * and cases that have run over their limit. Each is told once.
 */
export async function watchDeadlines(deps: Deps): Promise<void> {
  const now = new Date(deps.clock.now());
  await deps.records.transaction(async (tx) => {
    for (const { id, caseId } of await overdueNotices(tx, now)) {
      await tellPassed(tx, deps, caseId, `answer:${id}`);
    }
    for (const task of await untoldNotices(tx, now)) {
      await tellPassed(tx, deps, task.caseId, `tell:${task.id}`);
    }
    for (const caseRow of await overdueCases(tx, now)) await tellBreach(tx, deps, caseRow);
  });
}

function overdueNotices(tx: Transaction, now: Date): Promise<SupplementNoticeRow[]> {
  return tx.find(
    'SupplementNotice',
    { answeredAt: null, deadlineAt: { $lt: now } },
    { orderBy: { deadlineAt: 'asc' }, limit: BATCH_MAX },
  );
}

// Not telling in time what is missing makes the application count as accepted (行政许可法 32).
function untoldNotices(tx: Transaction, now: Date): Promise<TaskRow[]> {
  return tx.find(
    'Task',
    { act: 'supplement', state: { $in: ['open', 'claimed'] }, dueAt: { $lt: now } },
    { orderBy: { dueAt: 'asc' }, limit: BATCH_MAX },
  );
}

function overdueCases(tx: Transaction, now: Date): Promise<CaseRow[]> {
  return tx.find(
    'CaseFile',
    { clockState: 'running', dueAt: { $lt: now } },
    { orderBy: { dueAt: 'asc' }, limit: BATCH_MAX },
  );
}

async function tellPassed(
  tx: Transaction,
  deps: Deps,
  caseId: string,
  what: string,
): Promise<void> {
  await tellOnce(tx, deps, { caseId, key: `deadline:${caseId}:${what}`, name: 'deadline.passed' });
}

async function tellBreach(tx: Transaction, deps: Deps, caseRow: CaseRow): Promise<void> {
  const day = caseRow.dueAt === null ? '' : dateAt(caseRow.dueAt.getTime());
  const key = `breach:${caseRow.id}:${day}`;
  await tellOnce(tx, deps, { caseId: caseRow.id, key, name: 'sla.breach' });
}

async function tellOnce(
  tx: Transaction,
  deps: Deps,
  { caseId, key, name }: { caseId: string; key: string; name: string },
): Promise<void> {
  if ((await tx.one('Outbox', { key })) !== undefined) return;
  const variables = {};
  const kind = 'publish_message';
  await enqueue(tx, deps, key, { kind, name, correlationKey: caseId, variables, caseId });
}
