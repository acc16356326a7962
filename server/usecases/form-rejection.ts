import type { FormProblem } from '../../forms/validate.ts';
import { type Rejection, reject } from '../domain/rejection.ts';

/** A refusal that names the fields to repair. */
export interface FormRejection extends Rejection {
  readonly errors: readonly FormProblem[];
}

/** Refuses a form with the list of what to repair. */
export function rejectForm(errors: readonly FormProblem[]): FormRejection {
  const base = reject(
    'invalid_argument',
    `有 ${errors.length} 处需要修改，请按提示改正后再提交。`,
    `${errors.length} fields need to be corrected.`,
  );
  return { ...base, errors };
}
