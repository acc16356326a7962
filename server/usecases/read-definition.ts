import { type Rejection, reject } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import type { DefinitionFileRow } from './ports/office-rows.ts';
import type { Transaction } from './ports/records.ts';

/** The files of a version and where cases of it are now. */
export interface DefinitionPage {
  readonly processKey: string;
  readonly version: number;
  readonly status: string;
  readonly files: DefinitionFileRow[];
  readonly running: { bpmnProcessId: string; elementId: string; count: number }[];
}

/** The refusal for a version that does not exist. */
export const NO_DEFINITION = reject(
  'not_found',
  '没有这个流程版本。',
  'Expected the version of the procedure to exist',
);

/** Reads one version of a procedure. */
export async function readDefinition(
  deps: Deps,
  asked: { readonly processKey: string; readonly version: number },
): Promise<DefinitionPage | Rejection> {
  return deps.records.transaction(async (tx) => {
    const row = await tx.one('Definition', asked);
    if (row === undefined) return NO_DEFINITION;
    const { processKey, version, status, files } = row;
    const running = await runningElements(tx, asked);
    return { processKey, version, status, files: [...files], running };
  });
}

async function runningElements(
  tx: Transaction,
  { processKey, version }: { readonly processKey: string; readonly version: number },
): Promise<DefinitionPage['running']> {
  const rows = await tx.query<{ process: string; element: string; count: string }>(
    `select i.bpmn_process_id as process, t.element_id as element, count(*) as count
     from task t join case_file c on c.id = t.case_id
       join case_instance i on i.process_instance_key = t.process_instance_key
     where c.process_key = ? and c.process_version = ? and t.state in ('open', 'claimed')
     group by 1, 2 order by 1, 2`,
    [processKey, version],
  );
  return rows.map(({ process, element, count }) => ({
    bpmnProcessId: process,
    elementId: element,
    count: Number(count),
  }));
}
