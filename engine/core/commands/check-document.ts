import { VARIABLE_BYTES_MAX } from '../execution/limits.ts';
import type { JsonDocument, Rejection, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';

/** Refuses a document with a variable that is too large. */
export function checkDocument(variables: JsonDocument): Result<void, Rejection> {
  for (const [name, value] of Object.entries(variables)) {
    const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
    if (bytes <= VARIABLE_BYTES_MAX) continue;
    const message =
      `Expected variable '${name}' to have at most ${VARIABLE_BYTES_MAX} bytes, ` +
      `but it has ${bytes}`;
    return problem({ code: 'invalid_argument', message });
  }
  return success(undefined);
}
