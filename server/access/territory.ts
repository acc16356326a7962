import { type OrgLevel, tierOf } from '../domain/office/org-level.ts';

const DEPTH_MAX = 6;

/** A unit as the access rules need it. */
export interface TerritoryUnit {
  readonly code: string;
  readonly parentCode?: string | null | undefined;
  readonly level: OrgLevel;
  readonly name: string;
  /** The key of its office template. */
  readonly template: string;
}

/** The org tree, with the questions that access asks about it. */
export interface Territory {
  unit(code: string): TerritoryUnit | undefined;
  /** The unit and everything above it, from the unit up. */
  lineage(code: string): readonly string[];
  /** The unit and everything below it. */
  subtree(code: string): readonly string[];
  /** The unit itself or the ancestor that stands on a tier. */
  ancestorOnTier(code: string, tier: number): TerritoryUnit | undefined;
}

/** Builds the tree; a unit whose parent is missing, or a circle, is a mistake in the data. */
export function makeTerritory(units: readonly TerritoryUnit[]): Territory {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const lineages = new Map(units.map((unit) => [unit.code, lineageOf(unit, byCode)]));
  const subtrees = new Map<string, string[]>();
  for (const [code, lineage] of lineages) {
    for (const ancestor of lineage) {
      const below = subtrees.get(ancestor);
      if (below === undefined) subtrees.set(ancestor, [code]);
      else below.push(code);
    }
  }
  return {
    unit: (code) => byCode.get(code),
    lineage: (code) => lineages.get(code) ?? [],
    subtree: (code) => subtrees.get(code) ?? [],
    ancestorOnTier: (code, tier) =>
      (lineages.get(code) ?? [])
        .map((ancestor) => byCode.get(ancestor))
        .find((unit) => unit !== undefined && tierOf(unit.level) === tier),
  };
}

function lineageOf(start: TerritoryUnit, byCode: ReadonlyMap<string, TerritoryUnit>): string[] {
  const lineage: string[] = [];
  for (let unit: TerritoryUnit | undefined = start; unit !== undefined; ) {
    lineage.push(unit.code);
    if (lineage.length > DEPTH_MAX) {
      throw new Error(`Expected at most ${DEPTH_MAX} levels, but ${start.code} has more`);
    }
    const parentCode: string | null | undefined = unit.parentCode;
    if (parentCode == null) break;
    unit = byCode.get(parentCode);
    if (unit === undefined) throw new Error(`Expected unit ${parentCode}, but it does not exist`);
  }
  return lineage;
}
