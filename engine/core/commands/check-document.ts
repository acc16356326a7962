import { checkSizes } from '../execution/sizes.ts';
import type { JsonDocument, Rejection, Result } from '../records/index.ts';
import { problem } from '../records/index.ts';
import type { InstanceState } from '../state/instance.ts';

/** Refuses a document that is too large for the instance; it may not exist yet. */
export function checkDocument(
  variables: JsonDocument,
  state?: InstanceState,
): Result<void, Rejection> {
  const checked = checkSizes(variables, state?.variableBytes ?? 0);
  return checked.ok ? checked : problem({ code: 'invalid_argument', message: checked.problem });
}
