import type { ServiceWork } from '../../usecases/handle-service-job.ts';

/** `publicity.close`: takes the notice down and says whether somebody objected. */
export const publicityClose: ServiceWork = async (tx, _, { caseRow, at }) => {
  const { id: caseId } = caseRow;
  await tx.update('Publicity', { caseId, closedAt: null }, { closedAt: at });
  const objections = await tx.count('Objection', { caseId });
  const upheld = await tx.count('Objection', { caseId, upheld: true });
  return { objections, objectionUpheld: upheld > 0 };
};
