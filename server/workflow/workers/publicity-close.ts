import type { ServiceWork } from '../../usecases/handle-service-job.ts';

/**
 * `publicity.close`: takes the notice down and says whether somebody objected to it. What was said
 * of an earlier posting of the same case has been dealt with.
 */
export const publicityClose: ServiceWork = async (tx, _, { caseRow, at }) => {
  const { id: caseId } = caseRow;
  const [posted] = await tx.find(
    'Publicity',
    { caseId },
    { orderBy: { postedAt: 'desc' }, limit: 1 },
  );
  await tx.update('Publicity', { caseId, closedAt: null }, { closedAt: at });
  const to = { caseId, publicityId: posted?.id ?? null };
  const objections = await tx.count('Objection', to);
  const upheld = await tx.count('Objection', { ...to, upheld: true });
  return { objections, objectionUpheld: upheld > 0 };
};
