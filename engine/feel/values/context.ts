import type { JsonValue } from '../public.ts';
import { fromJson } from './from-json.ts';
import type { Value } from './value.ts';

type JsonObject = { readonly [key: string]: JsonValue };

/**
 * A FEEL context: keys with values, in order. One that stands for a JSON object converts an
 * entry when it is first read. Keys live in a Map, so no name can reach a JavaScript prototype.
 */
export class FeelContext {
  readonly #entries: Map<string, Value>;
  #source: JsonObject | undefined;

  constructor(entries: Iterable<readonly [string, Value]> = [], source?: JsonObject) {
    this.#entries = new Map(entries);
    this.#source = source;
  }

  static fromJsonObject(source: JsonObject): FeelContext {
    return new FeelContext([], source);
  }

  get(key: string): Value | undefined {
    const known = this.#entries.get(key);
    if (known !== undefined || this.#source === undefined) return known;
    if (!Object.hasOwn(this.#source, key)) return undefined;
    const value = fromJson(this.#source[key] ?? null);
    this.#entries.set(key, value);
    return value;
  }

  has(key: string): boolean {
    return this.#source === undefined ? this.#entries.has(key) : Object.hasOwn(this.#source, key);
  }

  keys(): readonly string[] {
    return this.#source === undefined ? [...this.#entries.keys()] : Object.keys(this.#source);
  }

  entries(): readonly (readonly [string, Value])[] {
    return this.keys().map((key) => [key, this.get(key) ?? null] as const);
  }

  /** A new context with one entry more, or with another value in its place. */
  with(key: string, value: Value): FeelContext {
    return new FeelContext([...this.entries(), [key, value]]);
  }
}
