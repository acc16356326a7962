/** A JSON value: what variables, headers and FEEL results are at the border of the engine. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** A JSON object: the document that a client sends along with a command. */
export type JsonDocument = { readonly [name: string]: JsonValue };
