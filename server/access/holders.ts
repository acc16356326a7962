import type { OfficeTemplate } from '../domain/office/office-template.ts';
import { type OrgLevel, POSITION_PREFIX } from '../domain/office/org-level.ts';
import { NOT_DELEGABLE } from './actions.ts';
import { groupBy } from './group-by.ts';
import type { Scope } from './policy-row.ts';
import { allPositionCodes, baseRoleLinks, type OfficeTemplates } from './templates.ts';
import type { Territory } from './territory.ts';

/** The subject of an applicant who is not signed in as staff. */
export const CITIZEN = 'citizen';

/** A position that somebody holds at a unit. */
export interface Holding {
  readonly userId: string;
  readonly positionCode: string;
  readonly unitCode: string;
  /** Held for an absent person, without the document that makes an acting head. */
  readonly isDelegated: boolean;
}

/** Answers who holds what where; both casbin's matcher and the SQL of lists ask it. */
export interface Holders {
  holdingsOf(userId: string): readonly Holding[];
  holdersOf(positionCode: string, unitCode: string): readonly string[];
  /** Whether a position carries the subject of a rule. */
  carries(positionCode: string, subject: string): boolean;
  /** The holding by which a rule applies to a user; undefined when it does not. */
  matching(question: HoldingQuestion): Holding | undefined;
}

/** Does a rule apply to a user, for a unit and an act? */
export interface HoldingQuestion {
  readonly userId: string;
  readonly subject: string;
  readonly scope: Scope;
  readonly unitCode: string;
  readonly action: string;
}

const LEVEL_WORDS: Readonly<Record<OrgLevel, string | undefined>> = {
  city: 'city',
  county: 'county',
  town: 'town',
  street: 'town',
  village: 'village',
  community: 'village',
  grid: undefined,
};

/** Every link from a position code to a role that it carries: the g4 rows. */
export function roleLinks(templates: OfficeTemplates): readonly (readonly [string, string])[] {
  const levels = [...templates.values()].flatMap((template) =>
    allPositionCodes(template).flatMap((code) => levelRoles(template, code)),
  );
  return [...levels, ...baseRoleLinks(templates)];
}

/** Builds the directory of holdings from the appointments that are valid today. */
export function makeHolders(
  holdings: readonly Holding[],
  links: readonly (readonly [string, string])[],
  territory: Territory,
): Holders {
  const byUser = groupBy(holdings, (holding) => holding.userId);
  const byPost = groupBy(holdings, postOf);
  const roles = new Map<string, Set<string>>();
  for (const [code, role] of links) {
    const known = roles.get(code);
    if (known === undefined) roles.set(code, new Set([role]));
    else known.add(role);
  }
  const holdingsOf = (userId: string) => byUser.get(userId) ?? [];
  const carries = (positionCode: string, subject: string) =>
    positionCode === subject || (roles.get(positionCode)?.has(subject) ?? false);
  const reaches = (from: string, to: string, scope: Scope): boolean => {
    if (scope === 'any') return true;
    return scope === 'exact' ? from === to : territory.lineage(to).includes(from);
  };
  return {
    holdingsOf,
    carries,
    holdersOf: (positionCode, unitCode) => {
      const users = (byPost.get(postOf({ positionCode, unitCode })) ?? []).map((it) => it.userId);
      return [...new Set(users)];
    },
    matching: ({ userId, subject, scope, unitCode, action }) =>
      holdingsOf(userId).find(
        (holding) =>
          carries(holding.positionCode, subject) &&
          !(holding.isDelegated && NOT_DELEGABLE.has(action)) &&
          reaches(holding.unitCode, unitCode, scope),
      ),
  };
}

function postOf({ positionCode, unitCode }: Pick<Holding, 'positionCode' | 'unitCode'>): string {
  return `${positionCode}@${unitCode}`;
}

function levelRoles(template: OfficeTemplate, code: string): (readonly [string, string])[] {
  const word = LEVEL_WORDS[template.level];
  if (word === undefined) return [];
  const post = code.slice(POSITION_PREFIX[template.level].length + 1);
  const aliases = Object.entries(template.aliases)
    .filter(([, own]) => own === post)
    .map(([other]) => other);
  return [post, ...aliases].map((name) => [code, `${word}:${name}`] as const);
}
