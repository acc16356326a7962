import type { DataClass, FormDefinition } from '../forms/schema.ts';

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A procedure as content: everything of one folder, checked and with the shared parts filled in. */
export interface ProcessContent {
  /** The key of the folder and the id of the BPMN process. */
  readonly key: string;
  /** `yyyy.n`. */
  readonly version: string;
  readonly name: Bilingual;
  readonly kind: string;
  /** Digits in front of case numbers are the server's; this is the item of the catalogue. */
  readonly itemCode: string;
  /** BPMN and DMN files of this folder and of the shared sub-processes that it calls. */
  readonly files: readonly ContentFile[];
  readonly entryPoints: readonly EntryPoint[];
  readonly legalBasis: readonly LegalBasis[];
  readonly parameters: readonly Parameter[];
  readonly publicStages: readonly PublicStage[];
  readonly documents: readonly DocumentKind[];
  readonly messages: readonly MessageRule[];
  /** Which fields of a form the engine gets as variables when a case starts, by form key. */
  readonly exposes: Readonly<Record<string, readonly Exposure[]>>;
  /** What the `case.prepare` job must answer. */
  readonly facts: readonly Fact[];
  /** Outputs of decisions that people read by a label; rules have their own texts in the DMN. */
  readonly decisionOutputs: readonly DecisionOutput[];
  readonly uses: readonly string[];
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly notices: ReadonlyMap<string, Notice>;
  readonly roles: readonly RoleRow[];
}

export interface ContentFile {
  /** Path below `processes/`, which is also the resource name of the deployment. */
  readonly name: string;
  readonly content: string;
}

/** A way into the procedure: the message that starts it and who may lodge with which form. */
export interface EntryPoint {
  readonly id: string;
  readonly name: Bilingual;
  readonly message: string;
  readonly form: string | null;
  readonly channels: readonly string[];
  /** `citizen`, `proxy` or positions in the notation of candidate groups. */
  readonly startedBy: readonly string[];
}

export interface LegalBasis {
  readonly id: string;
  readonly title: string;
  readonly article: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly note: string;
}

export interface Parameter {
  readonly key: string;
  readonly value: number | boolean | string;
  readonly unit: string;
  readonly from: string;
  readonly note: string;
}

export interface PublicStage {
  readonly id: string;
  readonly name: Bilingual;
}

export interface DocumentKind {
  readonly kind: string;
  readonly no: number;
  readonly title: string;
  readonly template: string;
  readonly numbering: string;
}

export interface MessageRule {
  readonly name: string;
  /** Who publishes it: `server`, `citizen` or a position. */
  readonly by: string;
  readonly correlation: string;
  /** States of the case in which it may be published; empty means any. */
  readonly states: readonly string[];
}

export interface Exposure {
  readonly variable: string;
  /** JSON pointer into the form. */
  readonly path: string;
  /** `count` gives the length of a list, `sum` adds the named field of its items. */
  readonly as: 'value' | 'count' | 'sum' | 'filled';
  readonly field: string | null;
}

export interface DecisionOutput {
  readonly decision: string;
  readonly output: string;
  readonly label: string;
  /** `fen` for money; anything else is printed behind the number. */
  readonly unit: string;
}

export interface Fact {
  readonly variable: string;
  readonly type: string;
  readonly note: string;
}

/** A document that the server prints: `{name}` in a paragraph is one of its facts. */
export interface Notice {
  readonly kind: string;
  readonly title: Bilingual;
  readonly to: string;
  readonly body: readonly string[];
  readonly facts: readonly string[];
  readonly basis: readonly string[];
  /** Prints how to ask for reconsideration (60 days) or sue (6 months). */
  readonly remedies: boolean;
  readonly seal: 'town' | 'county' | 'decider' | 'village' | 'none';
  /** Facts that are masked in print, e.g. `张**` on a public notice. */
  readonly masks: Readonly<Record<string, 'name' | 'id-number' | 'account' | 'village-only'>>;
  /** The class of the most sensitive fact. */
  readonly class: DataClass;
}

/** One rule of the role matrix. The subject is `level:OFFICE.position`, resolved by the server. */
export interface RoleRow {
  readonly subject: string;
  readonly scope: 'exact' | 'subtree' | 'any';
  readonly object: string;
  readonly action: string;
  /** Names of registered predicates joined by `&`, or `true`. */
  readonly condition: string;
  readonly effect: 'allow' | 'deny';
  readonly note: string;
}
