import type { ErrorSchema, RJSFSchema, RJSFValidationError, ValidatorType } from '@rjsf/utils';
import { checkSchema, fits } from './check-schema.ts';
import type { Json, Schema } from './schema.ts';
import { todayInShanghai } from './validate.ts';

/**
 * Our check behind the interface of the form engine, which asks it which branch of a conditional
 * schema holds. It generates no code, so that `script-src 'self'` is enough.
 */
export function formValidator(now: () => Date): ValidatorType {
  const context = () => ({ today: todayInShanghai(now()) });
  const isValid = (schema: RJSFSchema, data: unknown) =>
    fits(schema as Schema, data as Json | undefined, context());
  return {
    isValid,
    rawValidation: <Result>(schema: RJSFSchema, data?: unknown) => ({
      errors: checkSchema(schema as Schema, data as Json, '', context()) as unknown as Result[],
    }),
    // The page judges with `validateForm` and hands its sentences in: see `theme/themed-form.tsx`.
    validateFormData: () => ({ errors: [], errorSchema: {} }),
    toErrorList: (errors?: ErrorSchema): RJSFValidationError[] =>
      (errors?.__errors ?? []).map((message) => ({ stack: message, message })),
    reset: () => undefined,
  } as ValidatorType;
}
