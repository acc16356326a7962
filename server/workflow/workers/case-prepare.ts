import { dateAt, yearsBetween } from '../../domain/calendar/calendar-date.ts';
import { countyCodeOf, townCodeOf } from '../../domain/office/division-code.ts';
import type { ServiceWork } from '../../usecases/handle-service-job.ts';
import { textAt, valueAt } from '../../usecases/json-pointer.ts';
import type { CaseRow, JsonRecord } from '../../usecases/ports/case-rows.ts';
import type { Transaction } from '../../usecases/ports/records.ts';

const MONTH_MS = 30.44 * 24 * 3_600_000;
const REPEAT_MONTHS = 12;

/** `case.prepare`: what the papers say about residence, completeness and earlier relief. */
export const casePrepare: ServiceWork = async (tx, deps, { caseRow, at }) => {
  const entry = deps.processes
    .process(caseRow.processKey)
    ?.entryPoints.find(({ message }) => message === `${caseRow.processKey}.start`);
  const formKey = entry?.form ?? '';
  const newest = { orderBy: { savedAt: 'desc' } } as const;
  const form = await tx.one('CaseForm', { caseId: caseRow.id, formKey }, newest);
  const data = form?.data ?? {};
  const schema = deps.processes.form(form?.formKey ?? '');
  const supplemented = await isSupplied(tx, caseRow.id);
  const missing = supplemented ? [] : missingMaterials(schema?.uiSchema, data);
  const relatives =
    caseRow.applicantIdHash === null
      ? 0
      : await tx.count('Relative', { idHash: caseRow.applicantIdHash });
  return {
    residence: residenceOf(caseRow, data),
    materialsComplete: missing.length === 0,
    repeatCause: await hasRepeatCause(tx, caseRow, data, at),
    newReason: textAt(data, '/newReason') !== undefined,
    minorApplicant: isMinor(textAt(data, '/applicant/idNo'), at),
    relativeFiling: relatives > 0,
  };
};

/**
 * The file fields of a form that are needed and empty. `neededWith` of a field says when: `always`,
 * or the pointer of an amount that makes its evidence necessary.
 */
function missingMaterials(uiSchema: unknown, data: JsonRecord): string[] {
  return Object.entries(uiSchema ?? {}).flatMap(([name, field]) => {
    if (textAt(field, '/ui:widget') !== 'attachments' || !isEmpty(data[name])) return [];
    const when = textAt(field, '/ui:options/neededWith');
    if (when === undefined) return [];
    return when === 'always' || Number(valueAt(data, when) ?? 0) > 0 ? [name] : [];
  });
}

function isEmpty(value: unknown): boolean {
  return !Array.isArray(value) || value.length === 0;
}

/** Whether every gap of the last notice was closed by a file; words alone leave it to a person. */
async function isSupplied(tx: Transaction, caseId: string): Promise<boolean> {
  const [notice] = await tx.find(
    'SupplementNotice',
    { caseId },
    { orderBy: { round: 'desc' }, limit: 1 },
  );
  if (notice === undefined || notice.answeredAt === null) return false;
  const items = await tx.find('SupplementItem', { noticeId: notice.id });
  return items.every(({ attachmentIds }) => attachmentIds.length > 0);
}

function residenceOf(caseRow: CaseRow, data: JsonRecord): string {
  const register = textAt(data, '/applicant/hukouCode') ?? '';
  if (register !== '' && isWithin(register, caseRow)) return 'register';
  if (textAt(data, '/applicant/residencePermit') !== undefined) return 'permit';
  const lives = textAt(data, '/applicant/liveCode') ?? '';
  return lives !== '' && isWithin(lives, caseRow) ? 'place' : 'none';
}

function isWithin(code: string, caseRow: CaseRow): boolean {
  return townCodeOf(code) === caseRow.townCode || countyCodeOf(code) === caseRow.countyCode;
}

async function hasRepeatCause(
  tx: Transaction,
  caseRow: CaseRow,
  data: JsonRecord,
  at: Date,
): Promise<boolean> {
  const { applicantIdHash, processKey } = caseRow;
  if (applicantIdHash === null) return false;
  const since = new Date(at.getTime() - REPEAT_MONTHS * MONTH_MS);
  const earlier = await tx.find('CaseFile', {
    applicantIdHash,
    processKey,
    outcome: 'granted',
    id: { $ne: caseRow.id },
    lodgedAt: { $gte: since },
  });
  if (earlier.length === 0) return false;
  const forms = await tx.find('CaseForm', { caseId: { $in: earlier.map(({ id }) => id) } });
  return forms.some((form) => valueAt(form.data, '/cause') === data.cause);
}

function isMinor(idNo: string | undefined, at: Date): boolean {
  if (idNo === undefined || !/^\d{17}[\dXx]$/.test(idNo)) return false;
  const birth = `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`;
  return yearsBetween(birth, dateAt(at.getTime())) < 18;
}
