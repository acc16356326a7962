import type { JsonRecord } from './ports/case-rows.ts';

/** A button under a task's form, as the model states it. */
export interface TaskActionHeader {
  readonly id: string;
  readonly label: string;
  readonly kind: 'primary' | 'secondary' | 'danger';
  readonly needsText: boolean;
  /** False when the action ends the task without a complete form, such as sending it back. */
  readonly needsForm: boolean;
  readonly effect: string;
}

type Headers = Readonly<Record<string, string>>;

/** The header under which the server keeps the values that the engine gave for the form. */
export const PREFILL_HEADER = 'yunge:prefill';

const DEFAULT_ACTION: TaskActionHeader = {
  id: 'complete',
  label: '办理完成',
  kind: 'primary',
  needsText: false,
  needsForm: true,
  effect: '',
};

/** The actions of a task; one plain button when the model names none. */
export function actionsOf(headers: Headers): readonly TaskActionHeader[] {
  const listed = parseJson(headers.actions);
  if (!Array.isArray(listed) || listed.length === 0) return [DEFAULT_ACTION];
  return listed.map((action: Partial<TaskActionHeader>) => ({
    id: action.id ?? 'complete',
    label: action.label ?? '办理完成',
    kind: action.kind ?? 'primary',
    needsText: action.needsText ?? false,
    needsForm: action.needsForm ?? action.kind !== 'danger',
    effect: action.effect ?? '',
  }));
}

/** How many different persons must sign. */
export function signersOf(headers: Headers): number {
  const count = Number(headers.signers ?? '1');
  return Number.isInteger(count) && count > 0 ? count : 1;
}

/** The candidate groups: static text, which Zeebe hands out as a JSON list. */
export function candidateGroupsOf(headers: Headers): readonly string[] {
  const text = headers['io.camunda.zeebe:candidateGroups'] ?? '';
  const parsed = text.startsWith('[') ? parseJson(text) : text.split(',');
  return Array.isArray(parsed) ? parsed.map((group) => String(group).trim()).filter(Boolean) : [];
}

/** The key of the form; the version behind the colon is for people. */
export function formKeyOf(headers: Headers): string | null {
  return headers['io.camunda.zeebe:formKey'] ?? null;
}

/** What the engine knew for the form when the task began. */
export function prefillOf(headers: Headers): JsonRecord {
  const value = parseJson(headers[PREFILL_HEADER]);
  return typeof value === 'object' && value !== null ? (value as JsonRecord) : {};
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`Expected a task header with JSON, but got '${text.slice(0, 80)}'`, {
      cause: error,
    });
  }
}
