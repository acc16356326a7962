import { createHash } from 'node:crypto';
import type { Clock } from '../usecases/ports/clock.ts';
import type { DefinitionFileRow, DefinitionRow } from '../usecases/ports/office-rows.ts';
import type { Records, Transaction } from '../usecases/ports/records.ts';
import type { DeployedDefinition } from '../usecases/ports/workflow-engine.ts';
import type { EngineClient } from './engine-client.ts';

/** A procedure as shipped with the program. */
export interface ShippedProcess {
  readonly key: string;
  readonly name: string;
  readonly files: readonly DefinitionFileRow[];
}

interface DeployDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly engine: EngineClient;
}

/**
 * Brings the shipped procedures into force: what is new becomes the next published version, unless
 * an administrator has published one since. Every start deploys again, which an engine that knows
 * the files answers with the versions it has.
 */
export async function deployProcesses(
  deps: DeployDeps,
  shipped: readonly ShippedProcess[],
): Promise<readonly DefinitionRow[]> {
  const published: DefinitionRow[] = [];
  for (const process of shipped) {
    const row = await deps.records.transaction((tx) => currentVersion(tx, deps, process));
    const definitionKeys = await deploy(deps.engine, row);
    const where = { processKey: row.processKey, version: row.version };
    await deps.records.transaction((tx) => tx.update('Definition', where, { definitionKeys }));
    published.push({ ...row, definitionKeys });
  }
  return published;
}

/** Deploys a version; gives the version that the engine has for each of its processes. */
export async function deploy(
  engine: EngineClient,
  row: Pick<DefinitionRow, 'processKey' | 'files'>,
): Promise<Record<string, string>> {
  const files = row.files.filter(({ name }) => /\.(bpmn|dmn)$/.test(name));
  const answer = await engine.deploy(files);
  if ('refused' in answer) {
    throw new Error(`Expected ${row.processKey} to be deployed, but: ${answer.refused}`);
  }
  return Object.fromEntries(
    answer.map(({ bpmnProcessId, version }: DeployedDefinition) => [
      bpmnProcessId,
      String(version),
    ]),
  );
}

async function currentVersion(
  tx: Transaction,
  { clock }: DeployDeps,
  process: ShippedProcess,
): Promise<DefinitionRow> {
  const [newest] = await tx.find(
    'Definition',
    { processKey: process.key, status: 'published' },
    { orderBy: { version: 'desc' }, limit: 1 },
  );
  const mark = hashOf(process.files);
  const isDrawn = newest !== undefined && newest.authorId !== null;
  if (newest !== undefined && (isDrawn || newest.note === mark)) return newest;
  const at = new Date(clock.now());
  const row: DefinitionRow = {
    processKey: process.key,
    version: (await highestVersion(tx, process.key)) + 1,
    name: process.name,
    status: 'published',
    files: process.files,
    note: mark,
    authorId: null,
    publisherId: null,
    definitionKeys: {},
    createdAt: at,
    publishedAt: at,
  };
  await tx.insert('Definition', row);
  return row;
}

async function highestVersion(tx: Transaction, processKey: string): Promise<number> {
  const [row] = await tx.find(
    'Definition',
    { processKey },
    { orderBy: { version: 'desc' }, limit: 1 },
  );
  return row?.version ?? 0;
}

function hashOf(files: readonly DefinitionFileRow[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of files) hash.update(`${name}\0${content}\0`);
  return `shipped ${hash.digest('hex')}`;
}
