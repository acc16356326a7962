import { type Rejection, reject } from '../rejection.ts';
import type { OrgLevel } from './org-level.ts';

/** What an office is; only internal offices and institutions count in patterns such as 7+3+1. */
export type OfficeKind =
  | 'leadership'
  | 'internal'
  | 'institution'
  | 'committee'
  | 'centre'
  | 'statutory'
  | 'dispatched'
  | 'mass'
  | 'organ'
  | 'flexible';

/** An office with its posts: the key is the end of the position code, the value its name. */
export interface Office {
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly side?: 'party' | 'government';
  readonly plates?: readonly string[];
  readonly optional?: boolean;
  readonly positions: Readonly<Record<string, string>>;
}

/** The office structure of a level, as data with variants. */
export interface OfficeTemplate {
  readonly key: string;
  readonly level: OrgLevel;
  readonly name: string;
  readonly offices: readonly Office[];
  readonly flexible?: {
    readonly code: string;
    readonly max: number;
    readonly process: string;
    readonly positions: Readonly<Record<string, string>>;
  };
  readonly variants: Readonly<
    Record<string, { readonly name: string; readonly replace: Readonly<Record<string, Office>> }>
  >;
  /** Where a level lacks an office: which of its own posts does that work. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly quota?: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
  /** Base role to the posts that carry it, without the letter of the level; `*` means all. */
  readonly baseRoles: Readonly<Record<string, readonly string[]>>;
}

/** A post of an office, ready to be written down for a unit. */
export interface TemplatePosition {
  readonly code: string;
  readonly name: string;
  readonly officeCode: string;
  readonly officeName: string;
}

/** The offices of a unit: the template, its variant, and the flexible offices it was granted. */
export function officesOf(
  template: OfficeTemplate,
  variant?: string | null,
  flexibleNames: readonly string[] = [],
): readonly Office[] {
  const replace = variant == null ? {} : template.variants[variant]?.replace;
  if (replace === undefined) {
    throw new Error(`Expected a variant of ${template.key}, but got ${variant}`);
  }
  const flexible = flexibleNames.map((name): Office => {
    if (template.flexible === undefined) {
      throw new Error(`Expected ${template.key} to allow flexible offices, but it does not`);
    }
    const { code, positions } = template.flexible;
    return { code, name, kind: 'flexible', positions };
  });
  return [...template.offices.map((office) => replace[office.code] ?? office), ...flexible];
}

/** All posts of a unit. */
export function positionsOf(offices: readonly Office[]): readonly TemplatePosition[] {
  return offices.flatMap((office) =>
    Object.entries(office.positions).map(([key, name]) => ({
      code: `${office.code}.${key}`,
      name,
      officeCode: office.code,
      officeName: office.name,
    })),
  );
}

/** Counts the offices of one kind; optional ones are not part of the pattern. */
export function countOffices(offices: readonly Office[], kind: OfficeKind): number {
  return offices.filter((office) => office.kind === kind && office.optional !== true).length;
}

/** Whether a unit may have one more flexible office. */
export function checkFlexibleOffice(
  template: OfficeTemplate,
  existing: number,
): Rejection | undefined {
  const max = template.flexible?.max ?? 0;
  if (existing < max) return undefined;
  return reject(
    'invalid_state',
    `${template.name}最多设置 ${max} 个灵活机构,不能再增设。`,
    `Expected fewer than ${max} flexible offices, but there are ${existing}`,
  );
}
