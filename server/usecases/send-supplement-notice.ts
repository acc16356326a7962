import { randomUUID } from 'node:crypto';
import { dateAt } from '../domain/calendar/calendar-date.ts';
import { deadlineAfter } from '../domain/deadline/deadline.ts';
import { type Rejection, reject } from '../domain/rejection.ts';
import { loadCalendar } from './calendar.ts';
import type { Completing } from './complete-task.ts';
import type { Deps } from './deps.ts';
import { textAt } from './json-pointer.ts';
import { limitNamed, loadParameters } from './parameters.ts';
import { placesOf } from './places-of.ts';
import type { Transaction } from './ports/records.ts';

const FALLBACK = { count: 10, unit: 'WD' } as const;

/**
 * Sends the one full notice of what is missing (一次性告知). A second one needs a supervisor's
 * reason, which an approval step before it has recorded.
 */
export async function sendSupplementNotice(
  tx: Transaction,
  deps: Deps,
  completing: Completing,
): Promise<Rejection | undefined> {
  const { task, data, actor, at } = completing;
  const before = await tx.find(
    'SupplementNotice',
    { caseId: task.caseId },
    { orderBy: { round: 'desc' } },
  );
  const round = (before[0]?.round ?? 0) + 1;
  const supervisorReason = round === 1 ? null : await reasonOf(tx, completing, before[0]?.sentAt);
  if (round > 1 && supervisorReason === null) {
    return reject(
      'invalid_state',
      '补正只能一次性告知。确需再次告知的，须由负责人写明理由并批准。',
      'Expected a supervisor’s reason for a second notice, but there is none',
    );
  }
  const noticeId = randomUUID();
  await tx.insert('SupplementNotice', {
    id: noticeId,
    caseId: task.caseId,
    round,
    supervisorReason,
    sentAt: at,
    deadlineAt: await deadlineOf(tx, deps, completing),
    sentBy: actor.userId,
  });
  for (const [ordinal, item] of (data.items as readonly unknown[]).entries()) {
    await tx.insert('SupplementItem', {
      id: randomUUID(),
      noticeId,
      ordinal: ordinal + 1,
      material: textAt(item, '/material') ?? '',
      problem: textAt(item, '/problem') ?? '',
      howToFix: textAt(item, '/howToFix') ?? '',
      attachmentIds: [],
    });
  }
  return undefined;
}

async function deadlineOf(tx: Transaction, deps: Deps, { caseRow, at }: Completing): Promise<Date> {
  const process = deps.processes.process(caseRow.processKey);
  const today = dateAt(at.getTime());
  const parameters = process && (await loadParameters(tx, process, placesOf(caseRow), today));
  const limit = process && parameters && limitNamed(process, parameters, 'supplementDays');
  const deadline = deadlineAfter(at.getTime(), limit ?? FALLBACK, await loadCalendar(tx));
  return new Date(deadline.dueAt);
}

// The leave is the newest form of the case with a reason that was saved after the last notice.
async function reasonOf(
  tx: Transaction,
  { task }: Completing,
  after: Date | undefined,
): Promise<string | null> {
  const forms = await tx.find(
    'CaseForm',
    {
      caseId: task.caseId,
      formKey: 'sp-f-supplement-again',
      savedAt: { $gte: after ?? new Date(0) },
    },
    { orderBy: { savedAt: 'desc' }, limit: 1 },
  );
  return textAt(forms[0]?.data, '/reason') ?? null;
}
