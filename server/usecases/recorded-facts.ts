import { dateAt } from '../domain/calendar/calendar-date.ts';
import { deadlineAfter } from '../domain/deadline/deadline.ts';
import { loadCalendar } from './calendar.ts';
import { chineseDate } from './chinese-date.ts';
import type { Deps } from './deps.ts';
import { limitNamed, loadParameters } from './parameters.ts';
import { placesOf } from './places-of.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';

/** Fields of forms that papers know under another name: form, field, fact. */
const RENAMED: readonly (readonly [string, string, string])[] = [
  ['sp-f-refusal', 'facts', 'refusalFacts'],
  ['sp-f-refusal', 'reason', 'refusalReason'],
  ['sp-f-refusal', 'basis', 'refusalBasis'],
  ['sp-f-means', 'resultName', 'meansResult'],
  ['sp-f-delivery', 'methodName', 'deliveryMethod'],
  ['sp-f-delivery', 'receivedOn', 'receivedDate'],
  ['sp-f-publicity', 'phone', 'supervisionPhone'],
  ['tr-f5', 'paidOn', 'paidDate'],
  ['tr-f7', 'facts', 'recoveryFacts'],
];

/** The fields of one form under the names that papers use. */
export function renamedFacts(formKey: string, data: JsonRecord): JsonRecord {
  const rows = RENAMED.filter(([form, field]) => form === formKey && data[field] !== undefined);
  return Object.fromEntries(rows.map(([, field, fact]) => [fact, data[field]]));
}

/** What the other tables of a case say: notices, publicity, decisions on paper, the payment. */
export async function recordedFacts(
  tx: Transaction,
  deps: Deps,
  caseRow: CaseRow,
): Promise<JsonRecord> {
  const caseId = caseRow.id;
  const newest = { orderBy: { issuedAt: 'desc' } } as const;
  const decision = await tx.one('Document', { caseId, kind: 'decision' }, newest);
  const paper = await tx.one('Document', { caseId, kind: { $ne: 'delivery-proof' } }, newest);
  return {
    ...(await supplementFacts(tx, caseId)),
    ...(await publicityFacts(tx, deps, caseRow)),
    ...(await personFacts(tx, caseId)),
    ...(await meansFacts(tx, caseRow)),
    decisionNumber: decision?.number ?? '',
    documentTitle: paper?.title ?? '',
    documentNumber: paper?.number ?? '',
    payByDate: await dueText(tx, deps, caseRow, 'paymentDays'),
  };
}

async function meansFacts(tx: Transaction, { id, lodgedAt }: CaseRow): Promise<JsonRecord> {
  const newest = { orderBy: { savedAt: 'desc' } } as const;
  const check = await tx.one('CaseForm', { caseId: id, formKey: 'sp-f-means' }, newest);
  if (check === undefined) return {};
  return { authorityDate: chineseDate(lodgedAt), checkedDate: chineseDate(check.savedAt) };
}

async function supplementFacts(tx: Transaction, caseId: string): Promise<JsonRecord> {
  const notice = await tx.one('SupplementNotice', { caseId }, { orderBy: { round: 'desc' } });
  if (notice === undefined) return {};
  const items = await tx.find(
    'SupplementItem',
    { noticeId: notice.id },
    { orderBy: { ordinal: 'asc' } },
  );
  const lines = items.map(
    ({ ordinal, material, problem, howToFix }) =>
      `${ordinal}. ${material}：${problem}；补正方法：${howToFix}。`,
  );
  return { supplementItems: lines.join('\n'), supplementDueDate: chineseDate(notice.deadlineAt) };
}

async function publicityFacts(tx: Transaction, deps: Deps, caseRow: CaseRow): Promise<JsonRecord> {
  const { id: caseId } = caseRow;
  const posted = await tx.one('Publicity', { caseId }, { orderBy: { postedAt: 'desc' } });
  if (posted !== undefined) {
    return { postedDate: chineseDate(posted.postedAt), endsDate: chineseDate(posted.endsAt) };
  }
  const endsDate = await dueText(tx, deps, caseRow, 'publicityDays');
  return { postedDate: chineseDate(new Date(deps.clock.now())), endsDate };
}

// Who decided and who delivered sign the papers with their office, not with their private name.
async function personFacts(tx: Transaction, caseId: string): Promise<JsonRecord> {
  const opinions = await tx.find('Opinion', { caseId }, { orderBy: { at: 'asc' } });
  const tasks = await tx.find('Task', { caseId, act: { $in: ['approve', 'deliver'] } });
  const capacityOf = (act: string): string => {
    const ids = new Set(tasks.filter((task) => task.act === act).map(({ id }) => id));
    return opinions.filter(({ taskId }) => ids.has(taskId ?? '')).at(-1)?.capacity ?? '';
  };
  const household = await tx.find('CaseForm', { caseId }, { orderBy: { savedAt: 'asc' } });
  const counts = household.flatMap(({ data }) => personCount(data));
  return {
    deciderName: capacityOf('approve'),
    deliverer: capacityOf('deliver'),
    persons: String(counts.at(-1) ?? 1),
  };
}

function personCount(data: JsonRecord): number[] {
  if (typeof data.persons === 'number') return [data.persons];
  return Array.isArray(data.household) ? [data.household.length] : [];
}

async function dueText(
  tx: Transaction,
  deps: Deps,
  caseRow: CaseRow,
  key: string,
): Promise<string> {
  const process = deps.processes.process(caseRow.processKey);
  if (process === undefined) return '';
  const now = deps.clock.now();
  const parameters = await loadParameters(tx, process, placesOf(caseRow), dateAt(now));
  const limit = limitNamed(process, parameters, key);
  if (limit === undefined) return '';
  return chineseDate(new Date(deadlineAfter(now, limit, await loadCalendar(tx)).dueAt));
}
