import { randomBytes, randomUUID } from 'node:crypto';
import type { FormDefinition, Json } from '../../forms/schema.ts';
import { validateForm } from '../../forms/validate.ts';
import { dateAt } from '../domain/calendar/calendar-date.ts';
import { caseNumberSeries, writeCaseNumber } from '../domain/case/case-number.ts';
import { hashQueryCode, makeQueryCode, queryCodeOfDraft } from '../domain/case/query-code.ts';
import { identityHash } from '../domain/identity/identity-hash.ts';
import { countyCodeOf, readDivisionCode, townCodeOf } from '../domain/office/division-code.ts';
import { type Rejection, reject } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import { rejectForm } from './form-rejection.ts';
import { textAt, valueAt } from './json-pointer.ts';
import { linkAttachments } from './link-attachments.ts';
import { enqueue } from './outbox.ts';
import { loadParameters } from './parameters.ts';
import { placesOf } from './places-of.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { EntryPoint, ProcessInfo } from './ports/process-catalog.ts';
import type { Transaction } from './ports/records.ts';

/** What a case begins with. */
export interface CaseOpening {
  readonly process: ProcessInfo;
  readonly entry: EntryPoint;
  readonly formKey: string;
  readonly channel: string;
  readonly unitCode: string;
  readonly data: JsonRecord;
  readonly attachmentIds: readonly string[];
  readonly createdBy: string | null;
  readonly originCaseId?: string;
  /** Who owns the files: only files of the same draft, person or nobody's may be linked. */
  readonly draftId: string | undefined;
  /** The hash of the token by which an anonymous person owns the draft. */
  readonly tokenHash?: string | undefined;
}

/** A case that has just begun; the query code is known only now. */
export interface OpenedCase {
  readonly caseRow: CaseRow;
  readonly queryCode: string;
}

/** Opens a case: number, first form, files, and the message that starts its process. */
export async function openCase(
  tx: Transaction,
  deps: Deps,
  opening: CaseOpening,
): Promise<OpenedCase | Rejection> {
  const form = deps.processes.form(opening.formKey);
  if (form === undefined) throw new Error(`Expected form '${opening.formKey}', but it is not`);
  const problems = await problemsOf(tx, deps, form, opening.data);
  if (problems.length > 0) return rejectForm(problems);
  const place = await placeOf(tx, opening.unitCode);
  if (place === undefined) {
    return reject(
      'invalid_argument',
      '所选的村（社区）不存在，请重新选择。',
      `Expected an active unit, but '${opening.unitCode}' is none`,
    );
  }
  const opened = await insertCase(tx, deps, opening);
  await insertForm(tx, deps, { ...opening, caseId: opened.caseRow.id }, form);
  const linked = await linkAttachments(tx, { caseId: opened.caseRow.id, ...opening });
  if (linked !== undefined) return linked;
  await publishStart(tx, deps, opening, opened.caseRow);
  return opened;
}

async function problemsOf(tx: Transaction, deps: Deps, form: FormDefinition, data: JsonRecord) {
  const units = await tx.find('OrgUnit', { status: 'active' });
  const codes = new Set(units.map(({ code }) => code));
  const { errors } = validateForm(form, data as Json, {
    now: new Date(deps.clock.now()),
    divisions: codes,
  });
  return errors;
}

async function placeOf(tx: Transaction, unitCode: string) {
  if (readDivisionCode(unitCode) === undefined) return undefined;
  return tx.one('OrgUnit', { code: unitCode, status: 'active' });
}

async function insertCase(tx: Transaction, deps: Deps, opening: CaseOpening): Promise<OpenedCase> {
  const now = deps.clock.now();
  const { data, process, unitCode } = opening;
  const number = await takeCaseNumber(tx, unitCode, now);
  const { draftId } = opening;
  const queryCode =
    draftId === undefined
      ? makeQueryCode(randomBytes(12))
      : queryCodeOfDraft(draftId, deps.identityKey);
  const idNo = textAt(data, '/applicant/idNo');
  const caseRow: CaseRow = {
    ...BLANK,
    id: randomUUID(),
    number,
    queryCodeHash: hashQueryCode(number, queryCode),
    processKey: process.key,
    processVersion: deps.processes.version(process.key),
    itemCode: process.itemCode,
    unitCode,
    townCode: townCodeOf(unitCode),
    countyCode: countyCodeOf(unitCode),
    channel: opening.channel,
    applyAs: textAt(data, '/applyAs') ?? null,
    applicantName: textAt(data, '/applicant/name') ?? textAt(data, '/who') ?? '不详',
    applicantIdHash: idNo === undefined ? null : identityHash(idNo, deps.identityKey),
    emergency: valueAt(data, '/emergency') === true || valueAt(data, '/urgency') === 'urgent',
    lodgedAt: new Date(now),
    createdBy: opening.createdBy,
    originCaseId: opening.originCaseId ?? null,
    draftId: draftId ?? null,
    draftTokenHash: opening.createdBy === null ? (opening.tokenHash ?? null) : null,
  };
  await tx.insert('CaseFile', caseRow);
  return { caseRow, queryCode };
}

async function takeCaseNumber(tx: Transaction, unitCode: string, now: number): Promise<string> {
  const date = dateAt(now);
  const [county6, town3] = [unitCode.slice(0, 6), unitCode.slice(6, 9)];
  const sequence = await tx.nextNumber(caseNumberSeries(county6, town3, date));
  return writeCaseNumber({ county6, town3, date, sequence });
}

async function insertForm(
  tx: Transaction,
  deps: Deps,
  { data, createdBy, caseId }: CaseOpening & { readonly caseId: string },
  form: FormDefinition,
): Promise<void> {
  await tx.insert('CaseForm', {
    id: randomUUID(),
    caseId,
    formKey: form.key,
    formVersion: form.version,
    data,
    revision: 1,
    savedBy: createdBy,
    savedAt: new Date(deps.clock.now()),
  });
}

async function publishStart(
  tx: Transaction,
  deps: Deps,
  opening: CaseOpening,
  caseRow: CaseRow,
): Promise<void> {
  const { process, entry } = opening;
  const { id: caseId, unitCode, townCode, countyCode, channel, applyAs, emergency } = caseRow;
  const parameters = await loadParameters(tx, process, placesOf(caseRow), dateAt(deps.clock.now()));
  const exposed = deps.processes.startVariables(process.key, opening.formKey, opening.data);
  const own = { caseId, unitCode, townCode, countyCode, channel, applyAs, emergency, parameters };
  await enqueue(tx, deps, `start:${caseId}`, {
    kind: 'publish_message',
    name: entry.message,
    correlationKey: caseId,
    variables: { fund: null, ...exposed, ...own },
    caseId,
  });
}

const BLANK = {
  queryFailures: 0,
  queryLockedUntil: null,
  itemCode: null,
  state: 'lodged',
  publicStage: 'received',
  outcome: null,
  flags: [],
  amountFen: null,
  fund: null,
  track: null,
  acceptedAt: null,
  decidedAt: null,
  closedAt: null,
  dueAt: null,
  clockState: 'idle',
} as const;
