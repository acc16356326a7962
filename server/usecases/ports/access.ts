import type { CaseRow } from './case-rows.ts';
import type { Transaction } from './records.ts';

/** A position that a person holds now, with what screens and papers call it. */
export interface Capacity {
  readonly positionCode: string;
  readonly positionName: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly officeName: string;
  readonly level: string;
  /** Set when the person acts for somebody else. */
  readonly actingFor: string | null;
}

/** A signed-in person with the positions held now. */
export interface Actor {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly rights: readonly string[];
  readonly capacities: readonly Capacity[];
}

/** What somebody wants to do to what. */
export interface AccessRequest {
  readonly act: string;
  /** For example `proc:temporary-relief/step:approve` or `data:person.L4`. */
  readonly object: string;
  /** The unit that the case belongs to. */
  readonly unitCode: string;
  /** Facts that conditions look at. */
  readonly context: AccessContext;
}

export interface AccessContext {
  readonly amountFen?: number | null;
  readonly fund?: string | null;
  readonly limitsFen?: {
    readonly townDeputy: number;
    readonly town: number;
    readonly county: number;
    readonly community: number;
    readonly cash: number;
  };
  readonly pastActs?: readonly { userId: string; act: string; elementId: string }[];
  readonly relatedUserIds?: readonly string[];
  readonly openTaskUserIds?: readonly string[];
  readonly authorIds?: readonly string[];
}

/** The answer, with the capacity that allows it or the reason that does not. */
export type Verdict =
  | { readonly allowed: true; readonly capacity: Capacity }
  | { readonly allowed: false; readonly why: string; readonly whyEn: string };

/** A position at a unit that may take a task. */
export interface Candidate {
  readonly positionCode: string;
  readonly unitCode: string;
}

/** Who may do what; the rules are data. */
export interface Access {
  actor(tx: Transaction, userId: string): Promise<Actor | undefined>;
  may(actor: Actor, request: AccessRequest): Verdict;
  /** Resolves the candidate groups of a task for a case. */
  candidates(caseRow: CaseRow, groups: readonly string[]): readonly Candidate[];
  /** SQL condition over `case_file c` for the cases that a person may see. */
  visibleCases(actor: Actor): { readonly sql: string; readonly parameters: readonly unknown[] };
}
