import { randomUUID } from 'node:crypto';
import type { ServiceWork } from '../../usecases/handle-service-job.ts';

/** `evaluation.invite`: asks the applicant for the five-level evaluation, once a case. */
export const evaluationInvite: ServiceWork = async (tx, _, { caseRow, at }) => {
  const { id: caseId, itemCode, townCode, channel } = caseRow;
  const invited = await tx.one('Evaluation', { caseId });
  if (invited !== undefined) return { evaluationId: invited.id };
  const evaluationId = randomUUID();
  await tx.insert('Evaluation', {
    id: evaluationId,
    caseId,
    itemCode,
    unitCode: townCode,
    channel,
    invitedAt: at,
    tags: [],
  });
  return { evaluationId };
};
