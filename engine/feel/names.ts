/** Stands in a joined name for a blank or an operator; the parser takes it as part of a name. */
const JOINER = '\u203f';

/** Words that end a run of words, unless a known name holds them. */
const KEYWORDS = new Set([
  'for',
  'in',
  'return',
  'if',
  'then',
  'else',
  'some',
  'every',
  'satisfies',
  'and',
  'or',
  'not',
  'between',
  'instance',
  'function',
  'external',
  'null',
  'true',
  'false',
]);

const WORD =
  /[\p{L}_?\p{So}\p{Extended_Pictographic}][\p{L}\p{M}\p{N}_?\u00b7\u203f\u2040\p{So}\p{Extended_Pictographic}]*/uy;
const WORD_REST = /[\p{L}\p{M}\p{N}_?\u00b7\u203f\u2040\p{So}\p{Extended_Pictographic}]+/uy;
const NOT_WORD = /[^\p{L}\p{M}\p{N}_?\p{So}]/gu;
const BLANKS = /\s*/uy;
const SKIPPED =
  /"(?:[^"\\]|\\[\s\S])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

/** Writes a name in one way: one blank between words, none around operators. */
export function normalizeName(name: string): string {
  return name
    .replace(/^`|`$/g, '')
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(
      / ?([^\p{L}\p{M}\p{N}_? \u00b7\u203f\u2040\p{So}\p{Extended_Pictographic}]) ?/gu,
      '$1',
    );
}

/** The words and operator signs of a name. */
function tokensOf(name: string): string[] {
  const tokens: string[] = [];
  let position = 0;
  while (position < name.length) {
    position += matchAt(BLANKS, name, position)?.length ?? 0;
    const token = matchAt(WORD_REST, name, position) ?? name.charAt(position);
    if (token !== '') tokens.push(token);
    position += Math.max(token.length, 1);
  }
  return tokens;
}

/** Names of several words or with operators, by their first word, longest first. */
export class NameIndex {
  readonly #byFirst = new Map<string, string[][]>();
  readonly #spelled = new Map<string, string>();

  constructor(names: Iterable<string>, base?: NameIndex) {
    const known = base === undefined ? [] : base.#byFirst;
    for (const [first, tokens] of known) this.#byFirst.set(first, [...tokens]);
    for (const name of names) {
      const tokens = tokensOf(name);
      const [first] = tokens;
      if (first === undefined || tokens.length < 2) continue;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), tokens]);
      this.#spelled.set(normalizeName(name), name);
    }
    for (const group of this.#byFirst.values()) group.sort((a, b) => b.length - a.length);
  }

  /** A name as it was made known, however it is spaced in an expression. */
  spelling(name: string): string {
    const normal = normalizeName(name);
    return this.#spelled.get(normal) ?? normal;
  }

  /** Where the longest known name that begins with this word ends, if one does. */
  endOfName(text: string, first: string, position: number): number | undefined {
    for (const tokens of this.#byFirst.get(first) ?? []) {
      const end = endOfTokens(text, position + first.length, tokens);
      if (end !== undefined) return end;
    }
    return undefined;
  }
}

function endOfTokens(text: string, from: number, tokens: readonly string[]): number | undefined {
  let position = from;
  for (const token of tokens.slice(1)) {
    position += matchAt(BLANKS, text, position)?.length ?? 0;
    const found = matchAt(WORD_REST, text, position) ?? text.charAt(position);
    if (found !== token) return undefined;
    position += token.length;
  }
  return position;
}

/** Where a run of plain words ends: `Monthly Salary` is one name, as nothing else it could be. */
function endOfRun(text: string, from: number, index: NameIndex): number {
  let end = from;
  for (;;) {
    const next = end + (matchAt(BLANKS, text, end)?.length ?? 0);
    const word = matchAt(WORD_REST, text, next);
    if (word === undefined || KEYWORDS.has(word) || next === end) return end;
    if (/^\d/.test(word) && matchAt(/\d+\.\d/uy, text, next) !== undefined) return end;
    if (index.endOfName(text, word, next) !== undefined) return end;
    end = next + word.length;
  }
}

function endOfNameAt(text: string, word: string, position: number, index: NameIndex): number {
  const known = index.endOfName(text, word, position);
  if (known !== undefined) return known;
  const end = position + word.length;
  return KEYWORDS.has(word) || word === 'of' ? end : endOfRun(text, end, index);
}

/** Full-width signs that a Chinese keyboard gives, and what FEEL writes for them. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '＞': '>',
  '＜': '<',
  '＝': '=',
  '＋': '+',
  '＊': '*',
  '，': ',',
  '“': '"',
  '”': '"',
};

/** The first full-width sign outside of texts and comments: the grammar would take it for a letter. */
export function findFullWidth(text: string) {
  let position = 0;
  while (position < text.length) {
    const skipped = matchAt(SKIPPED, text, position);
    const found = text.charAt(position);
    const expected = skipped === undefined ? FULL_WIDTH[found] : undefined;
    if (expected !== undefined) return { position, found, expected };
    position += skipped?.length ?? 1;
  }
  return undefined;
}

/**
 * Makes every name of several words one word of the same length, so that the parser needs no
 * knowledge of variables and all positions stay. `range<` becomes `list <`, which the grammar
 * knows; the compiler reads the original text at that place.
 */
export function joinNames(text: string, index: NameIndex): string {
  const parts: string[] = [];
  let position = 0;
  while (position < text.length) {
    const skipped = matchAt(SKIPPED, text, position);
    const word = skipped === undefined ? matchAt(WORD, text, position) : undefined;
    if (word === undefined) {
      parts.push(skipped ?? text.charAt(position));
      position += skipped?.length ?? 1;
      continue;
    }
    const end = endOfNameAt(text, word, position, index);
    const name = text.slice(position, end);
    parts.push(name === word ? word : name.replace(NOT_WORD, (sign) => JOINER.repeat(sign.length)));
    position = end;
  }
  return parts.join('').replace(/\brange</g, 'list <');
}
