import { POSITION_PREFIX } from '../domain/office/org-level.ts';
import { allPositionCodes, type OfficeTemplates } from './templates.ts';
import type { Territory } from './territory.ts';

/** A position at a unit whose holders may take a task. */
export interface Candidate {
  readonly positionCode: string;
  readonly unitCode: string;
}

const TIERS: Readonly<Record<string, number>> = { city: 1, county: 2, town: 3, village: 4 };
const GROUP = /^(city|county|town|village):([A-Z0-9]+\.[a-z_]+)$/;

/** The candidates of a task, and the groups that nobody of this case's offices answers to. */
export interface ResolvedCandidates {
  readonly candidates: readonly Candidate[];
  readonly unresolved: readonly string[];
}

/**
 * Turns the candidate groups of a model, such as `town:SOC.relief`, into positions at the units of
 * a case. Where a level lacks an office, its template names the post that does the work.
 */
export function resolveCandidates(
  groups: string,
  unitCode: string,
  offices: { readonly territory: Territory; readonly templates: OfficeTemplates },
): ResolvedCandidates {
  const candidates: Candidate[] = [];
  const unresolved: string[] = [];
  for (const group of groups.split(',').map((text) => text.trim())) {
    const candidate = resolve(group, unitCode, offices);
    if (candidate === undefined) unresolved.push(group);
    // A street's own name of a post and the town's name of it lead to the same candidate.
    else if (!candidates.some((known) => isSame(known, candidate))) candidates.push(candidate);
  }
  return { candidates, unresolved };
}

function isSame(one: Candidate, other: Candidate): boolean {
  return one.positionCode === other.positionCode && one.unitCode === other.unitCode;
}

function resolve(
  group: string,
  unitCode: string,
  { territory, templates }: { territory: Territory; templates: OfficeTemplates },
): Candidate | undefined {
  const [, level = '', post = ''] = GROUP.exec(group) ?? [];
  const unit = territory.ancestorOnTier(unitCode, TIERS[level] ?? 0);
  const template = templates.get(unit?.template ?? '');
  if (unit === undefined || template === undefined) return undefined;
  const own = template.aliases[post] ?? post;
  const positionCode = `${POSITION_PREFIX[unit.level]}.${own}`;
  if (!allPositionCodes(template).includes(positionCode)) return undefined;
  return { positionCode, unitCode: unit.code };
}
