import { randomUUID } from 'node:crypto';
import { formatQueryCode, queryCodeOfDraft } from '../domain/case/query-code.ts';
import { maskName } from '../domain/identity/mask.ts';
import { isRejection, type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { officeOf } from './office-of.ts';
import { type OpenedCase, openCase } from './open-case.ts';
import type { Actor, Capacity } from './ports/access.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { EntryPoint, ProcessInfo } from './ports/process-catalog.ts';
import type { Transaction } from './ports/records.ts';
import { type DraftOwner, ownsDraft } from './save-draft.ts';

/** What somebody hands in. */
export interface Lodging {
  readonly processKey: string;
  /** `start` for an application, `clue` for a report by somebody else. */
  readonly way: 'start' | 'clue';
  /** The id of the entry point, where a procedure has several ways of reporting. */
  readonly entry?: string | undefined;
  readonly channel: string;
  readonly unitCode: string;
  readonly data: JsonRecord;
  readonly attachmentIds: readonly string[];
  readonly draftId?: string | undefined;
  /** The hash of the token of an anonymous person, who owns drafts by it. */
  readonly tokenHash?: string | undefined;
}

/** What the person takes home. */
export interface LodgingReceipt {
  readonly caseId: string;
  readonly number: string;
  readonly queryCode: string;
  readonly lodgedAt: Date;
  readonly serviceName: string;
  readonly applicantMasked: string;
  readonly officeName: string;
  readonly officePhone: string;
  readonly trackUrl: string;
  readonly nextStep: string;
}

/** Takes an application or a clue, from a citizen (no actor) or by a member of staff. */
export async function lodgeApplication(
  deps: Deps,
  actor: Actor | null,
  lodging: Lodging,
): Promise<LodgingReceipt | Rejection> {
  const process = deps.processes.process(lodging.processKey);
  const entry = entryOf(process, lodging);
  if (process === undefined || entry === undefined || entry.form === null) {
    return reject('not_found', '没有这个事项。', `Expected a service '${lodging.processKey}'`);
  }
  const capacity = mayLodge(deps, actor, lodging, entry);
  if (isRejection(capacity)) return capacity;
  const opening = {
    ...lodging,
    process,
    entry,
    formKey: entry.form,
    createdBy: actor?.userId ?? null,
    draftId: lodging.draftId,
  };
  return deps.records.transaction(async (tx) => {
    const before = await takeDraft(tx, deps, actor, lodging);
    if (isRejection(before)) return before;
    if (before !== undefined) return receiptOf(tx, deps, before);
    const opened = await openCase(tx, deps, opening);
    if (isRejection(opened)) return opened;
    await writeTrail(tx, deps, { actor, capacity, opened });
    return receiptOf(tx, deps, opened);
  });
}

// The application form is for applying only: a report never comes in by it.
function entryOf(process: ProcessInfo | undefined, lodging: Lodging): EntryPoint | undefined {
  const { processKey, way, entry: id } = lodging;
  const message = `${processKey}.${way}`;
  const ways = process?.entryPoints ?? [];
  if (way === 'start' || id === undefined) return ways.find((one) => one.message === message);
  return ways.find((one) => one.id === id && one.message !== `${processKey}.start`);
}

function mayLodge(
  deps: Deps,
  actor: Actor | null,
  lodging: Lodging,
  entry: EntryPoint,
): Capacity | null | Rejection {
  if (actor === null) {
    if (entry.startedBy.includes('citizen')) return null;
    return reject('forbidden', '请到窗口办理。', 'Expected a member of staff, but nobody is');
  }
  const verdict = deps.access.may(actor, {
    act: 'lodge',
    object: `proc:${lodging.processKey}`,
    unitCode: lodging.unitCode,
    context: {},
  });
  return verdict.allowed ? verdict.capacity : reject('forbidden', verdict.why, verdict.whyEn);
}

// A draft can be handed in once: whoever presses the button twice, or asks again because the answer
// was lost, gets the case that there is.
async function takeDraft(
  tx: Transaction,
  deps: Deps,
  actor: Actor | null,
  lodging: Lodging,
): Promise<OpenedCase | undefined | Rejection> {
  const { draftId, tokenHash } = lodging;
  if (draftId === undefined) return undefined;
  const owner = { actor, tokenHash };
  const draft = await tx.one('ApplicationDraft', { id: draftId }, { lock: true });
  if (draft !== undefined && !ownsDraft(owner, draft)) return GONE;
  const caseRow = await tx.one('CaseFile', { draftId });
  if (caseRow === undefined && draft === undefined) return GONE;
  await tx.remove('ApplicationDraft', { id: draftId });
  if (caseRow === undefined) return undefined;
  if (!mayHaveReceipt(owner, caseRow, deps.clock.now())) return GONE;
  const facts = { action: 'case.receipt-repeated', object: 'receipt', caseId: caseRow.id };
  tx.audit(auditOf(new Date(deps.clock.now()), actor, null, facts));
  return { caseRow, queryCode: queryCodeOfDraft(draftId, deps.identityKey) };
}

function mayHaveReceipt({ actor, tokenHash }: DraftOwner, caseRow: CaseRow, now: number): boolean {
  if (now - caseRow.lodgedAt.getTime() > RECEIPT_MS) return false;
  if (actor !== null) return caseRow.createdBy === actor.userId;
  return caseRow.draftTokenHash !== null && caseRow.draftTokenHash === tokenHash;
}

const RECEIPT_MS = 24 * 3_600_000;

const GONE = reject(
  'already_exists',
  '这份申请已经提交或已删除，请在“进度查询”中查看。',
  'Expected the draft to exist, but it was handed in or deleted',
);

async function writeTrail(
  tx: Transaction,
  deps: Deps,
  by: { actor: Actor | null; capacity: Capacity | null; opened: OpenedCase },
): Promise<void> {
  const { actor, capacity, opened } = by;
  const at = new Date(deps.clock.now());
  const { id: caseId, processKey, channel } = opened.caseRow;
  if (actor !== null) {
    await tx.insert('CaseAct', {
      id: randomUUID(),
      caseId,
      userId: actor.userId,
      act: 'lodge',
      elementId: 'start',
      positionCode: capacity?.positionCode ?? null,
      unitCode: capacity?.unitCode ?? null,
      at,
    });
  }
  const object = `proc:${processKey}/step:start`;
  const facts = { action: 'case.lodged', object, caseId, detail: { channel } };
  tx.audit(auditOf(at, actor, capacity, facts));
}

async function receiptOf(
  tx: Transaction,
  deps: Deps,
  { caseRow, queryCode }: OpenedCase,
): Promise<LodgingReceipt> {
  const process = deps.processes.process(caseRow.processKey);
  const office = await officeOf(tx, caseRow.townCode);
  return {
    caseId: caseRow.id,
    number: caseRow.number,
    queryCode: formatQueryCode(queryCode),
    lodgedAt: caseRow.lodgedAt,
    serviceName: process?.name.zh ?? caseRow.processKey,
    applicantMasked: maskName(caseRow.applicantName),
    officeName: office.name,
    officePhone: office.phone,
    trackUrl: `${deps.publicUrl}/track?number=${caseRow.number}`,
    nextStep: caseRow.emergency
      ? '您反映的是紧急情况，工作人员会马上与您联系。'
      : '工作人员正在审查材料，是否受理会在时限内通知您。',
  };
}
