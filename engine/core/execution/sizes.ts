import type { JsonDocument, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import { jsonSize } from '../state/json-size.ts';
import { STATE_BYTES_MAX, VARIABLE_BYTES_MAX } from './limits.ts';

/** Whether an instance can take in these variables; the problem is a text that says why not. */
export function checkSizes(variables: JsonDocument, presentBytes: number): Result<void, string> {
  let sum = presentBytes;
  for (const [name, value] of Object.entries(variables)) {
    const bytes = jsonSize(value);
    sum += bytes;
    if (bytes > VARIABLE_BYTES_MAX) {
      return problem(
        `Expected variable '${name}' to have at most ${VARIABLE_BYTES_MAX} bytes, ` +
          `but it has ${bytes}`,
      );
    }
  }
  return sum <= STATE_BYTES_MAX
    ? success(undefined)
    : problem(
        `Expected all variables of the instance to have at most ${STATE_BYTES_MAX} bytes, ` +
          `but they would have ${sum}`,
      );
}
