import type { CaseRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';

/** One line of what happened to a case. */
export interface TimelineLine {
  readonly at: string;
  readonly text: string;
  readonly actor?: string;
}

/** What happened to a case, in order: from the acts, the papers, the notices and the clock. */
export async function timelineOf(tx: Transaction, caseRow: CaseRow): Promise<TimelineLine[]> {
  const caseId = caseRow.id;
  const opinions = await tx.find('Opinion', { caseId });
  const papers = await tx.find('Document', { caseId });
  const notices = await tx.find('SupplementNotice', { caseId });
  const posted = await tx.find('Publicity', { caseId });
  const clock = await tx.find('ClockEvent', { caseId });
  const lines: TimelineLine[] = [
    line(caseRow.lodgedAt, '申请已收件'),
    ...opinions.map(({ at, taskName, result, userName, capacity }) => ({
      ...line(at, `${taskName}：${result}`),
      actor: `${userName}（${capacity}）`,
    })),
    ...papers.map(({ issuedAt, title, number }) => line(issuedAt, `出具${title} ${number}`)),
    ...notices.map(({ sentAt }) => line(sentAt, '一次性告知需要补正的材料')),
    ...notices.flatMap(({ answeredAt }) => (answeredAt ? [line(answeredAt, '申请人已补正')] : [])),
    ...posted.map(({ postedAt }) => line(postedAt, '开始公示')),
    ...posted.flatMap(({ closedAt }) => (closedAt ? [line(closedAt, '公示结束')] : [])),
    ...clock.map(({ at, kind, reason }) => line(at, `${CLOCK_WORDS[kind]}${reasonOf(reason)}`)),
    ...(caseRow.closedAt === null ? [] : [line(caseRow.closedAt, '办结')]),
  ];
  return lines.sort((a, b) => a.at.localeCompare(b.at));
}

const CLOCK_WORDS = {
  started: '办理期限开始计算',
  stopped: '办理期限暂停计算',
  resumed: '办理期限恢复计算',
  extended: '办理期限延长',
  recalculated: '办理期限重新计算',
  ended: '办理期限终止计算',
} as const;

function line(at: Date, text: string): TimelineLine {
  return { at: at.toISOString(), text };
}

function reasonOf(reason: string | null): string {
  return reason === null || reason === '' ? '' : `（${reason}）`;
}
