import type { OrgLevel } from '../../domain/office/org-level.ts';
import type { JsonRecord } from './case-rows.ts';

/** A unit of the territory tree. */
export interface UnitRow {
  readonly code: string;
  readonly parentCode: string | null;
  readonly level: OrgLevel;
  readonly name: string;
  readonly shortName: string;
  readonly template: string;
  readonly status: 'active' | 'suspended' | 'abolished';
  readonly phone: string | null;
  readonly address: string | null;
  readonly openHours: string | null;
}

/** A post of an office at one unit. */
export interface PositionRow {
  readonly unitCode: string;
  readonly code: string;
  readonly name: string;
  readonly officeCode: string;
  readonly officeName: string;
}

/** An account. */
export interface UserRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly kind: 'staff' | 'system' | 'device';
  readonly passwordHash: string;
  readonly rights: readonly string[];
  readonly disabled: boolean;
  readonly failedLogins: number;
  readonly lockedUntil: Date | null;
}

/** Who holds which position at which unit. */
export interface AppointmentRow {
  readonly id: string;
  readonly userId: string;
  readonly positionCode: string;
  readonly unitCode: string;
  readonly isPrimary: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly actingFor: string | null;
  readonly docNo: string | null;
}

/** A signed-in member of staff, or a citizen who opened one case. */
export interface SessionRow {
  readonly tokenHash: string;
  readonly userId: string | null;
  readonly caseId: string | null;
  readonly kind: 'staff' | 'track';
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
  readonly createdAt: Date;
}

/** A parameter as valid in a unit and below. */
export interface ParameterRow {
  readonly id: string;
  readonly unitCode: string;
  readonly processKey: string;
  readonly key: string;
  readonly value: number | string | boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A day that differs from the plain week. */
export interface HolidayRow {
  readonly date: string;
  readonly name: string;
  readonly isOff: boolean;
  readonly source: string;
}

/** Whether the notice for a year has been imported. */
export interface CalendarYearRow {
  readonly year: number;
  readonly status: 'official' | 'provisional';
  readonly version: string;
  readonly source: string;
  readonly importedAt: Date;
}

/** An application that somebody has begun. */
export interface DraftRow {
  readonly id: string;
  readonly ownerKind: 'staff' | 'citizen';
  readonly ownerId: string | null;
  readonly tokenHash: string | null;
  readonly processKey: string;
  readonly formKey: string;
  readonly data: JsonRecord;
  readonly savedAt: Date;
}

/** One file of a version of a procedure, as text. */
export interface DefinitionFileRow {
  readonly name: string;
  readonly content: string;
}

/** A version of a procedure: draft, submitted, published. */
export interface DefinitionRow {
  readonly processKey: string;
  readonly version: number;
  readonly name: string;
  readonly status: 'draft' | 'submitted' | 'published';
  readonly files: readonly DefinitionFileRow[];
  readonly note: string | null;
  readonly authorId: string | null;
  readonly publisherId: string | null;
  readonly definitionKeys: Record<string, string>;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

/** A declared near relative of a member of staff, as a hash. */
export interface RelativeRow {
  readonly id: string;
  readonly userId: string;
  readonly idHash: string;
  readonly relation: string;
}
