import type { Limit } from '../domain/deadline/limit.ts';
import { limitOf, type ProcessInfo } from './ports/process-catalog.ts';
import type { Transaction } from './ports/records.ts';

/** The parameters of a procedure as they hold for one place on one day. */
export type Parameters = Readonly<Record<string, number | string | boolean>>;

/** Reads the parameters: the nearest unit that sets one wins, else the procedure's own value. */
export async function loadParameters(
  tx: Transaction,
  process: ProcessInfo,
  unitCodes: readonly string[],
  date: string,
): Promise<Parameters> {
  const rows = await tx.find('Parameter', {
    processKey: process.key,
    unitCode: { $in: unitCodes },
  });
  const valid = rows.filter(
    (row) => row.validFrom <= date && (row.validTo === null || row.validTo >= date),
  );
  const distance = (unitCode: string): number => unitCodes.indexOf(unitCode);
  // Written from the farthest to the nearest, and from the oldest to the newest, so the last wins.
  valid.sort(
    (a, b) => distance(b.unitCode) - distance(a.unitCode) || a.validFrom.localeCompare(b.validFrom),
  );
  const own = process.parameters.map(({ key, value }) => [key, value] as const);
  return Object.fromEntries([...own, ...valid.map(({ key, value }) => [key, value] as const)]);
}

/** A parameter of the procedure as a time limit. */
export function limitNamed(
  process: ProcessInfo,
  parameters: Parameters,
  key: string | undefined,
): Limit | undefined {
  const definition = process.parameters.find((one) => one.key === key);
  if (definition === undefined) return undefined;
  return limitOf(parameters[definition.key], definition.unit);
}
