import { dateAt } from '../domain/calendar/calendar-date.ts';
import { readCaseNumber, writeCaseNumber } from '../domain/case/case-number.ts';
import { type PublicStage, publicStageOf } from '../domain/case/public-stage.ts';
import { type QueryCodeTry, tryQueryCode } from '../domain/case/query-code.ts';
import { maskName } from '../domain/identity/mask.ts';
import { isRejection, type Rejection, reject } from '../domain/rejection.ts';
import { type AttachmentCard, attachmentCards } from './attachment-card.ts';
import type { Deps } from './deps.ts';
import { inOrder } from './in-order.ts';
import { officeOf } from './office-of.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { makeToken, tokenHash } from './sign-in.ts';

const SESSION_MS = 30 * 60_000;

/** One gap of a notice, as the applicant answers it. */
export interface PublicGap {
  readonly id: string;
  readonly material: string;
  readonly problem: string;
  readonly howToFix: string;
  readonly answer: string | null;
  readonly attachments: AttachmentCard[];
}

/** A case as its applicant sees it: masked, in plain words, with what to do next. */
export interface PublicCasePage {
  readonly number: string;
  readonly serviceName: string;
  readonly applicantMasked: string;
  readonly stage: PublicStage;
  readonly outcome: CaseRow['outcome'];
  readonly sentence: string;
  readonly office: { name: string; phone: string; hours: string };
  readonly lodgedAt: string;
  readonly byDate: string | null;
  readonly steps: { name: string; state: 'done' | 'now' | 'ahead'; date: string | null }[];
  readonly todo: {
    kind: 'supplement' | 'evaluate';
    items: PublicGap[];
    deadline: string | null;
  } | null;
  readonly documents: { id: string; title: string }[];
  readonly mayWithdraw: boolean;
  readonly mayObject: boolean;
  readonly mayEvaluate: boolean;
}

const UNKNOWN = reject(
  'not_found',
  '受理编号或查询码不正确，请核对收件凭证。',
  'The case number or the query code is not right.',
);

const HELPED_FIRST = '已经先行给予紧急救助，申请手续在紧急情况解除后补办，请保持电话畅通。';

/** Opens a case for its applicant by number and query code; wrong tries lock it for a while. */
export async function openTrack(
  deps: Deps,
  input: { readonly number: string; readonly queryCode: string },
): Promise<{ token: string; expiresAt: Date; page: PublicCasePage } | Rejection> {
  const parts = readCaseNumber(input.number);
  if (parts === undefined) return UNKNOWN;
  const number = writeCaseNumber(parts);
  const now = deps.clock.now();
  const found = await deps.records.transaction((tx) => tryCode(tx, number, input.queryCode, now));
  if (isRejection(found)) return found;
  if ('locked' in found) return lockedFor(found.locked, now);
  if ('wrong' in found) return UNKNOWN;
  const token = makeToken();
  const at = new Date(now);
  const expiresAt = new Date(now + SESSION_MS);
  const { caseRow } = found;
  const page = await deps.records.transaction(async (tx) => {
    await tx.insert('Session', {
      tokenHash: tokenHash(token),
      caseId: caseRow.id,
      kind: 'track',
      expiresAt,
      lastSeenAt: at,
      createdAt: at,
    });
    return pageOf(tx, deps, caseRow);
  });
  return { token, expiresAt, page };
}

/** The case of a citizen's session. */
export async function readTrack(deps: Deps, caseId: string): Promise<PublicCasePage | Rejection> {
  return deps.records.transaction(async (tx) => {
    const caseRow = await tx.one('CaseFile', { id: caseId });
    return caseRow === undefined ? UNKNOWN : pageOf(tx, deps, caseRow);
  });
}

type Tried = { readonly caseRow: CaseRow } | { readonly wrong: true } | { readonly locked: number };

// The count of wrong tries must stay, so that this transaction never answers a rejection.
async function tryCode(tx: Transaction, number: string, code: string, now: number): Promise<Tried> {
  const caseRow = await tx.one('CaseFile', { number }, { lock: true });
  if (caseRow === undefined) return { wrong: true };
  const record = {
    hash: caseRow.queryCodeHash,
    failures: caseRow.queryFailures,
    lockedUntil: caseRow.queryLockedUntil?.getTime() ?? null,
  };
  const tried: QueryCodeTry = tryQueryCode(record, number, code, now);
  if (tried.type === 'locked') return { locked: tried.until };
  const { failures, lockedUntil } = tried.record;
  const queryLockedUntil = lockedUntil === null ? null : new Date(lockedUntil);
  await tx.update('CaseFile', { id: caseRow.id }, { queryFailures: failures, queryLockedUntil });
  return tried.type === 'right' ? { caseRow } : { wrong: true };
}

function lockedFor(until: number, now: number): Rejection {
  const minutes = Math.max(Math.ceil((until - now) / 60_000), 1);
  return reject(
    'forbidden',
    `查询码连续输错，请 ${minutes} 分钟后再试，或拨打受理机关电话。`,
    `Too many wrong codes: try again in ${minutes} minutes.`,
  );
}

async function pageOf(tx: Transaction, deps: Deps, caseRow: CaseRow): Promise<PublicCasePage> {
  const office = await officeOf(tx, caseRow.townCode);
  const todo = await todoOf(tx, caseRow);
  const documents = await tx.find(
    'Document',
    { caseId: caseRow.id, kind: { $ne: 'archive-list' } },
    { orderBy: { issuedAt: 'asc' } },
  );
  const rights = await rightsOf(tx, deps, caseRow);
  const isHelped = caseRow.state === 'lodged' && (await wasPaid(tx, caseRow.id));
  return {
    number: caseRow.number,
    serviceName: deps.processes.process(caseRow.processKey)?.name.zh ?? '',
    applicantMasked: maskName(caseRow.applicantName),
    stage: stageOf(caseRow, todo?.kind === 'supplement'),
    outcome: caseRow.outcome,
    sentence: isHelped ? HELPED_FIRST : sentenceOf(caseRow, todo?.kind === 'supplement'),
    office: { name: office.name, phone: office.phone, hours: office.hours },
    lodgedAt: caseRow.lodgedAt.toISOString(),
    byDate: caseRow.dueAt === null ? null : dateAt(caseRow.dueAt.getTime()),
    steps: stepsOf(deps, caseRow),
    todo,
    documents: documents.map(({ id, title }) => ({ id, title })),
    ...rights,
  };
}

async function wasPaid(tx: Transaction, caseId: string): Promise<boolean> {
  return (await tx.count('Payment', { caseId })) > 0;
}

async function todoOf(tx: Transaction, caseRow: CaseRow): Promise<PublicCasePage['todo']> {
  const { id: caseId } = caseRow;
  const notice = await tx.one('SupplementNotice', { caseId, answeredAt: null });
  if (notice !== undefined && caseRow.state === 'supplement') {
    const deadline = dateAt(notice.deadlineAt.getTime());
    return { kind: 'supplement', items: await gapsOf(tx, notice.id), deadline };
  }
  const invitation = await tx.one('Evaluation', { caseId, givenAt: null });
  return invitation === undefined ? null : { kind: 'evaluate', items: [], deadline: null };
}

/** The gaps of a notice with what was answered so far. */
export async function gapsOf(tx: Transaction, noticeId: string): Promise<PublicGap[]> {
  const items = await tx.find('SupplementItem', { noticeId }, { orderBy: { ordinal: 'asc' } });
  return inOrder(items, async ({ id, material, problem, howToFix, answer, attachmentIds }) => ({
    id,
    material,
    problem,
    howToFix,
    answer,
    attachments: await attachmentCards(tx, attachmentIds),
  }));
}

async function rightsOf(tx: Transaction, deps: Deps, caseRow: CaseRow) {
  const { id: caseId, state, processKey } = caseRow;
  const process = deps.processes.process(processKey);
  const withdraw = process?.messages.find(({ name }) => name === 'withdraw');
  const posted = await tx.one('Publicity', { caseId, isPublic: true, closedAt: null });
  const invitation = await tx.one('Evaluation', { caseId, givenAt: null });
  return {
    mayWithdraw: withdraw?.states.includes(state) ?? false,
    mayObject: posted !== undefined && posted.endsAt.getTime() >= deps.clock.now(),
    mayEvaluate: invitation !== undefined,
  };
}

function stepsOf(deps: Deps, caseRow: CaseRow): PublicCasePage['steps'] {
  const stages = deps.processes.process(caseRow.processKey)?.publicStages ?? [];
  const isClosed = publicStageOf(caseRow.state) === 'closed';
  const now = stages.findIndex(({ id }) => id === caseRow.publicStage);
  const dates: Readonly<Record<string, Date | null>> = {
    received: caseRow.lodgedAt,
    accepted: caseRow.acceptedAt,
    result: caseRow.closedAt ?? caseRow.decidedAt,
  };
  return stages.map(({ id, name }, at) => {
    const state = isClosed || at < now ? 'done' : at === now ? 'now' : 'ahead';
    const date = dates[id] ?? null;
    const isShown = date !== null && state !== 'ahead';
    return { name: name.zh, state, date: isShown ? dateAt(date.getTime()) : null };
  });
}

/** Once everything was answered, the person has nothing to do, whatever the engine has done yet. */
function stageOf({ state, acceptedAt }: CaseRow, isWaiting: boolean): PublicStage {
  if (state !== 'supplement' || isWaiting) return publicStageOf(state);
  return acceptedAt === null ? 'submitted' : 'processing';
}

function sentenceOf(caseRow: CaseRow, isWaiting: boolean): string {
  if (isWaiting) return '请您补充下列材料。补齐以前，办理时限暂停计算。';
  switch (caseRow.state) {
    case 'lodged':
      return '您的申请已收到，正在审查材料，是否受理会在时限内告知您。';
    case 'supplement':
      return '您补充的材料已经收到，工作人员正在核对。';
    case 'accepted':
    case 'processing':
      return '您的申请已经受理，工作人员正在调查审核，请保持电话畅通。';
    case 'publicity':
      return '审核意见正在公示，公示期满后作出决定。';
    case 'decided_yes':
    case 'issued':
      return '已经批准，正在发放。';
    case 'delivered':
    case 'closed':
    case 'archived':
      return caseRow.outcome === 'granted'
        ? '您的申请已经批准并办结。如有疑问，请拨打受理机关电话。'
        : '您的申请已经办结，结果和理由见下方文书；不服决定可以依法申请复议或起诉。';
    case 'decided_no':
    case 'not_accepted':
      return '您的申请没有获得批准，理由和救济途径见下方文书。';
    case 'withdrawn':
      return '您已撤回申请。需要时可以重新申请。';
    default:
      return '办件已结束。如有疑问，请拨打受理机关电话。';
  }
}
