import { randomUUID } from 'node:crypto';
import { fillText, loadCaseFacts } from '../../usecases/case-facts.ts';
import type { ServiceWork } from '../../usecases/handle-service-job.ts';

const PLAIN = '您的申请（受理编号{caseNumber}）有新的进展，请凭受理编号和查询码查询。';

/** `notify.applicant`: a message in the applicant's own page; the text is the procedure's. */
export const notifyApplicant: ServiceWork = async (tx, deps, job) => {
  const { caseRow, headers, variables, at } = job;
  const template = headers.template ?? 'progress';
  const notice = deps.processes.notice(caseRow.processKey, template);
  const facts = await loadCaseFacts(tx, deps, caseRow, variables);
  const text = headers.text ?? notice?.body.join('\n') ?? PLAIN;
  await tx.insert('Notification', {
    id: randomUUID(),
    caseId: caseRow.id,
    template,
    channel: 'page',
    text: fillText(text, facts),
    createdAt: at,
    sentAt: at,
  });
  return {};
};
