import type { FormDefinition } from '../../../forms/schema.ts';
import type { Limit } from '../../domain/deadline/limit.ts';
import type { JsonRecord } from './case-rows.ts';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A limit, an amount or a switch of a procedure, before a unit overrides it. */
export interface ParameterDefinition {
  readonly key: string;
  readonly value: number | string | boolean;
  /** WD, D, H for limits; anything else is told to people only. */
  readonly unit: string;
  readonly note: string;
}

/** A way into a procedure: which form is filled in, and which message starts the case. */
export interface EntryPoint {
  readonly id: string;
  readonly name: Bilingual;
  readonly message: string;
  readonly form: string | null;
  readonly channels: readonly string[];
  readonly startedBy: readonly string[];
}

/** A paper that a procedure issues. */
export interface DocumentKind {
  readonly kind: string;
  readonly title: string;
  readonly template: string;
  readonly numbering: string;
}

/** An output of a decision that people read by a label. */
export interface DecisionOutput {
  readonly decision: string;
  readonly output: string;
  readonly label: string;
  readonly unit: string;
}

/** A text with `{name}` for each fact. */
export interface Notice {
  readonly kind: string;
  readonly title: Bilingual;
  readonly to: string;
  readonly body: readonly string[];
  readonly facts: readonly string[];
  readonly basis: readonly string[];
  readonly remedies: boolean;
  readonly seal: 'town' | 'county' | 'decider' | 'village' | 'none';
  readonly masks: Readonly<Record<string, 'name' | 'id-number' | 'account' | 'village-only'>>;
}

/** A procedure as its content describes it. */
export interface ProcessInfo {
  readonly key: string;
  readonly name: Bilingual;
  readonly kind: string;
  readonly itemCode: string;
  readonly legalBasis: readonly {
    readonly id: string;
    readonly title: string;
    readonly article: string;
  }[];
  readonly parameters: readonly ParameterDefinition[];
  readonly publicStages: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly entryPoints: readonly EntryPoint[];
  readonly documents: readonly DocumentKind[];
  readonly messages: readonly {
    readonly name: string;
    readonly by: string;
    readonly states: readonly string[];
  }[];
  readonly decisionOutputs: readonly DecisionOutput[];
  readonly facts: readonly { readonly variable: string; readonly type: string }[];
}

/** One BPMN process, of a procedure or shared. */
export interface DiagramSource {
  readonly bpmnProcessId: string;
  readonly name: string;
  readonly xml: string;
  /** Call activities by the process that they call. */
  readonly calls: readonly { readonly elementId: string; readonly bpmnProcessId: string }[];
}

/** The content of the procedures: forms, texts, parameters and pictures. */
export interface ProcessCatalog {
  list(): readonly ProcessInfo[];
  process(key: string): ProcessInfo | undefined;
  /** Takes over a newly published version; new cases get it. */
  publish(published: {
    readonly processKey: string;
    readonly version: number;
    readonly files: readonly { readonly name: string; readonly content: string }[];
  }): void;
  /** The version of the definition that new cases get. */
  version(processKey: string): number;
  form(key: string): FormDefinition | undefined;
  notice(processKey: string, kind: string): Notice | undefined;
  diagram(processKey: string, bpmnProcessId: string): DiagramSource | undefined;
  /** The processes of a procedure: its own first, then the shared ones that it calls. */
  diagrams(processKey: string): readonly DiagramSource[];
  /** What the rules of the decision tables of a procedure are called, by rule id. */
  ruleTexts(processKey: string): ReadonlyMap<string, string>;
  /** The variables that a starting case hands to the engine. */
  startVariables(processKey: string, formKey: string, data: JsonRecord): JsonRecord;
  /** The fields that the `expose` header of a task names. */
  taskVariables(expose: string, data: JsonRecord): JsonRecord;
}

/** A parameter as a limit, when its unit is one of time. */
export function limitOf(value: unknown, unit: string): Limit | undefined {
  if (typeof value !== 'number') return undefined;
  return unit === 'WD' || unit === 'D' || unit === 'H' ? { count: value, unit } : undefined;
}
