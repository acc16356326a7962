import type { JsonDocument, JsonValue } from '../core/records/index.ts';
import { invalidRequest, type RpcStatus } from './status.ts';

/** A parsed variables document, or the status that says what is wrong with it. */
export type ParsedDocument =
  | { readonly ok: true; readonly document: JsonDocument }
  | { readonly ok: false; readonly status: RpcStatus };

/** Reads a variables document; empty, blank and `null` mean no variables. */
export function parseDocument(text: string): ParsedDocument {
  if (text.trim() === '') return { ok: true, document: {} };
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, status: invalidRequest(`Invalid JSON value: ${reason}`) };
  }
  if (value === null) return { ok: true, document: {} };
  if (typeof value === 'object' && !Array.isArray(value)) {
    return { ok: true, document: value as JsonDocument };
  }
  const details =
    "Property 'variables' is invalid: Expected document to be a root level object, " +
    `but was '${kindOf(value)}'`;
  return { ok: false, status: invalidRequest(details) };
}

function kindOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'ARRAY';
  if (typeof value === 'number') return Number.isInteger(value) ? 'INTEGER' : 'FLOAT';
  return typeof value === 'boolean' ? 'BOOLEAN' : 'STRING';
}
