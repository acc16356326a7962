import { problem, type Rejection, type Result } from '../core/records/index.ts';

/** Why the broker did not do what it was asked: a rejection, or that it cannot do it now. */
export type RefusalCode = Rejection['code'] | 'unavailable' | 'resource_exhausted';

/** A refusal: nothing was changed. The message names the thing and its key, never personal data. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** The broker's answer to a request, given only after what it says is durable. */
export type Reply<T> = Result<T, Refusal>;

/** A refusal as a reply. */
export function refuse(
  code: RefusalCode,
  message: string,
): { readonly ok: false; readonly problem: Refusal } {
  return problem({ code, message });
}

/** Whether the same request may succeed later. */
export function isTransient({ code }: Refusal): boolean {
  return code === 'unavailable' || code === 'resource_exhausted';
}
