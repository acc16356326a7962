/** The subset of JSON Schema 2020-12 that our forms use, and the custom keywords. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly 'x-titleEn'?: string;
  readonly description?: string;
  readonly type?: SchemaType;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly default?: Json;
  readonly readOnly?: boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly then?: Schema;
  readonly if?: Schema;
  readonly else?: Schema;
  /** The date may not lie after today in Asia/Shanghai. */
  readonly notAfterToday?: boolean;
  /** On an object: the identity numbers that format `id-card` must have when the kind says so. */
  readonly idNumberWhen?: { readonly field: string; readonly kind: string; readonly is: string };
  /** On an object: `field` may not be above `limit`. */
  readonly atMost?: readonly { readonly field: string; readonly limit: string }[];
  /** On an object: `reason` is needed when `field` is below `limit`. */
  readonly reasonBelow?: {
    readonly field: string;
    readonly limit: string;
    readonly reason: string;
  };
  /** On an object: at least one of these is filled in. */
  readonly oneNeeded?: readonly string[];
  /** On an object: `field` is needed when the identity number is of a person under this age. */
  readonly neededUnderAge?: {
    readonly idNumber: string;
    readonly years: number;
    readonly field: string;
  };
  /** On an object: these fields must name different persons. */
  readonly differ?: readonly string[];
  /** On an array: this field of the items must differ. */
  readonly differBy?: string;
  /** The sentence of a `pattern` or of a `not`, which cannot be told from the rule itself. */
  readonly 'x-message'?: string;
  readonly 'x-messageEn'?: string;
}

export type SchemaType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A form definition as it lies in a process folder, its fragments filled in by the loader. */
export interface FormDefinition {
  readonly key: string;
  readonly version: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly schema: Schema;
  readonly uiSchema: JsonObject;
  /** Data class (L1 to L4) of a field by its JSON pointer; a field without one has its parent's. */
  readonly classes: Readonly<Record<string, DataClass>>;
  /** Fields of each page, in the layout of one question a page; empty means one page. */
  readonly pages: readonly (readonly string[])[];
}

export type DataClass = 'L1' | 'L2' | 'L3' | 'L4';

/** Whether the value is an object with fields. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
