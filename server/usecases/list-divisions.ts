import type { Deps } from './deps.ts';
import { cardOf, type OfficeCard } from './office-of.ts';
import type { UnitRow } from './ports/office-rows.ts';

/** A place in the tree of divisions. */
export interface DivisionEntry {
  code: string;
  parentCode: string | null;
  name: string;
  level: string;
  hasChildren: boolean;
}

interface Divisions {
  readonly items: DivisionEntry[];
  readonly offices: {
    unitCode: string;
    name: string;
    phone: string;
    address: string;
    hours: string;
  }[];
  readonly asOf: string;
}

/** The places below a place, or the way up from one; grids are not shown to the public. */
export async function listDivisions(
  deps: Deps,
  asked: { readonly parent?: string | undefined; readonly code?: string | undefined },
): Promise<Divisions> {
  const units = await deps.records.transaction((tx) =>
    tx.find('OrgUnit', { status: 'active', level: { $ne: 'grid' } }, { orderBy: { code: 'asc' } }),
  );
  const chosen = chosenOf(units, asked);
  const parents = new Set(units.map(({ parentCode }) => parentCode));
  return {
    items: chosen.map(({ code, parentCode, name, level }) => ({
      code,
      parentCode,
      name,
      level,
      hasChildren: parents.has(code),
    })),
    offices: chosen.map((unit): OfficeCard => cardOf(unit, '')),
    asOf: new Date(deps.clock.now()).toISOString(),
  };
}

function chosenOf(
  units: readonly UnitRow[],
  { parent, code }: { readonly parent?: string | undefined; readonly code?: string | undefined },
): readonly UnitRow[] {
  if (code !== undefined) return lineage(units, code);
  if (parent !== undefined) return units.filter(({ parentCode }) => parentCode === parent);
  const known = new Set(units.map((unit) => unit.code));
  return units.filter(({ parentCode }) => parentCode === null || !known.has(parentCode));
}

function lineage(units: readonly UnitRow[], code: string): readonly UnitRow[] {
  const unit = units.find((one) => one.code === code);
  if (unit === undefined) return [];
  return unit.parentCode === null ? [unit] : [...lineage(units, unit.parentCode), unit];
}
