import type { JsonValue } from '../../feel/index.ts';

/** A JSON value: what variables, headers and FEEL results are at the border of the engine. */
export type { JsonValue };

/** A JSON object: the document that a client sends along with a command. */
export type JsonDocument = { readonly [name: string]: JsonValue };
