import { isObject, type Json, type JsonObject } from '../forms/schema.ts';

/** Reads typed values out of parsed YAML or JSON; each failure names the file and the place. */
export class Reader {
  readonly #value: Json | undefined;
  readonly #place: string;

  constructor(value: Json | undefined, place: string) {
    this.#value = value;
    this.#place = place;
  }

  at(key: string): Reader {
    return new Reader(this.object()[key], `${this.#place}.${key}`);
  }

  has(key: string): boolean {
    return this.object()[key] !== undefined;
  }

  object(): JsonObject {
    if (isObject(this.#value)) return this.#value;
    throw this.#failure('an object');
  }

  keys(): string[] {
    return Object.keys(this.object());
  }

  list(): Reader[] {
    if (this.#value === undefined) return [];
    if (!Array.isArray(this.#value)) throw this.#failure('a list');
    return this.#value.map((item: Json, at) => new Reader(item, `${this.#place}[${at}]`));
  }

  text(fallback?: string): string {
    if (typeof this.#value === 'string') return this.#value;
    if (this.#value === undefined && fallback !== undefined) return fallback;
    throw this.#failure('a text');
  }

  texts(): string[] {
    return this.list().map((item) => item.text());
  }

  integer(): number {
    if (typeof this.#value === 'number' && Number.isInteger(this.#value)) return this.#value;
    throw this.#failure('a whole number');
  }

  scalar(): number | boolean | string {
    const value = this.#value;
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    return this.text();
  }

  flag(fallback: boolean): boolean {
    if (this.#value === undefined) return fallback;
    if (typeof this.#value === 'boolean') return this.#value;
    throw this.#failure('true or false');
  }

  bilingual(): { zh: string; en: string } {
    return { zh: this.at('zh').text(), en: this.at('en').text() };
  }

  oneOf<Choice extends string>(choices: readonly Choice[], fallback?: Choice): Choice {
    const text = this.text(fallback);
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined) return choice;
    throw this.#failure(`one of ${choices.join(', ')}`);
  }

  #failure(expected: string): Error {
    return new Error(`Expected ${expected} at ${this.#place}, but it is not`);
  }
}
