import type { Deps } from './deps.ts';
import { inOrder } from './in-order.ts';
import type { DefinitionRow } from './ports/office-rows.ts';
import type { Transaction } from './ports/records.ts';

/** A version of a procedure, as the list shows it. */
export interface DefinitionVersionLine {
  readonly version: number;
  readonly status: DefinitionRow['status'];
  readonly author: string | null;
  readonly publisher: string | null;
  readonly note: string;
  readonly publishedAt: string | null;
  readonly runningCases: number;
}

/** A procedure with its versions, the newest first. */
export interface DefinitionLine {
  readonly processKey: string;
  readonly name: string;
  readonly versions: DefinitionVersionLine[];
}

/** The procedures and their versions. */
export async function listDefinitions(deps: Deps): Promise<DefinitionLine[]> {
  return deps.records.transaction(async (tx) => {
    const rows = await tx.find('Definition', {}, { orderBy: { version: 'desc' } });
    const keys = [...new Set(rows.map(({ processKey }) => processKey))];
    return inOrder(keys, async (processKey) => {
      const own = rows.filter((row) => row.processKey === processKey);
      const versions = await inOrder(own, (row) => versionLine(tx, row));
      return { processKey, name: own[0]?.name ?? processKey, versions };
    });
  });
}

/** One version as the list shows it. */
export async function versionLine(
  tx: Transaction,
  row: DefinitionRow,
): Promise<DefinitionVersionLine> {
  const { processKey, version, status, note, authorId, publisherId, publishedAt } = row;
  return {
    version,
    status,
    author: await nameOf(tx, authorId),
    publisher: await nameOf(tx, publisherId),
    note: authorId === null ? '随系统提供' : (note ?? ''),
    publishedAt: publishedAt?.toISOString() ?? null,
    runningCases: await tx.count('CaseFile', {
      processKey,
      processVersion: version,
      closedAt: null,
    }),
  };
}

async function nameOf(tx: Transaction, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  return (await tx.one('AppUser', { id: userId }))?.displayName ?? null;
}
