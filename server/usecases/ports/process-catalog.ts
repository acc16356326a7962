import type { FormDefinition } from '../../../forms/schema.ts';
import type { Limit } from '../../domain/deadline/limit.ts';

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
  readonly label: string;
}

/** A button under a task's form. */
export interface TaskActionDefinition {
  readonly id: string;
  readonly label: string;
  readonly kind: 'primary' | 'secondary' | 'danger';
  readonly needsText?: boolean;
  /** False when the action ends the task without a complete form, such as sending it back. */
  readonly needsForm?: boolean;
  readonly effect?: string;
}

/** A paper that a procedure issues. */
export interface DocumentDefinition {
  readonly kind: string;
  readonly title: string;
  /** Pattern such as `{organ}救助〔{year}〕{seq}号`. */
  readonly numbering: string;
  readonly template: NoticeTemplate;
}

/** The text of a paper; `{{name}}` takes a fact of the case. */
export interface NoticeTemplate {
  readonly title: string;
  readonly to: string;
  readonly body: readonly string[];
  readonly remedies: readonly string[];
  readonly isPublic: boolean;
}

/** A message to the applicant; `{{name}}` takes a fact of the case. */
export interface MessageTemplate {
  readonly id: string;
  readonly text: string;
}

/** A way into a procedure: who fills in which form, and which message starts the case. */
export interface EntryPoint {
  readonly id: string;
  readonly formKey: string;
  readonly message: string;
  readonly by: readonly string[];
}

/** A procedure as its content describes it. */
export interface ProcessInfo {
  readonly key: string;
  readonly version: number;
  readonly name: Bilingual;
  readonly kind: string;
  readonly summary: string;
  readonly legalBasis: readonly { readonly title: string; readonly article: string }[];
  readonly parameters: readonly ParameterDefinition[];
  readonly publicStages: readonly { readonly id: string; readonly name: string }[];
  readonly entryPoints: readonly EntryPoint[];
  readonly materials: readonly {
    readonly class: string;
    readonly title: string;
    readonly required: boolean;
    readonly note: string;
  }[];
  /** Paths of form fields that the engine gets, by form key. */
  readonly exposes: Readonly<Record<string, readonly string[]>>;
  readonly fee: string;
}

/** One BPMN process of a procedure, its own or shared. */
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
  /** The newest version of a form, or the one asked for. */
  form(key: string, version?: number): FormDefinition | undefined;
  document(processKey: string, kind: string): DocumentDefinition | undefined;
  message(processKey: string, template: string): MessageTemplate | undefined;
  diagram(bpmnProcessId: string): DiagramSource | undefined;
}

/** A parameter as a limit, when its unit is one of time. */
export function limitOf(value: unknown, unit: string): Limit | undefined {
  if (typeof value !== 'number') return undefined;
  return unit === 'WD' || unit === 'D' || unit === 'H' ? { count: value, unit } : undefined;
}
