import type { Deps } from './deps.ts';

const ATTEMPTS_MIN = 3;
const SHOWN_MAX = 100;

/** A command that the engine has not taken after several tries. */
export interface StuckCommand {
  readonly key: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly jobType: string;
  readonly elementId: string;
  readonly message: string;
  readonly at: string;
}

/** The commands that an operator has to look after. */
export async function listStuckCommands(deps: Deps): Promise<StuckCommand[]> {
  return deps.records.transaction(async (tx) => {
    const rows = await tx.find(
      'Outbox',
      { sentAt: null, attempts: { $gte: ATTEMPTS_MIN } },
      { orderBy: { createdAt: 'desc' }, limit: SHOWN_MAX },
    );
    const ids = rows.flatMap(({ caseId }) => caseId ?? []);
    const cases = await tx.find('CaseFile', { id: { $in: ids } });
    const numbers = new Map(cases.map(({ id, number }) => [id, number]));
    return rows.map((row) => ({
      key: row.key,
      caseId: row.caseId,
      caseNumber: numbers.get(row.caseId ?? '') ?? null,
      jobType: row.kind,
      elementId: '',
      message: row.outcome ?? '',
      at: row.createdAt.toISOString(),
    }));
  });
}
