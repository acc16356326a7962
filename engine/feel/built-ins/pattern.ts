import { RE2JS } from 're2js';

const PATTERN_LENGTH_MAX = 1000;
const REPETITIONS_MAX = 1000;
const PATTERNS_KEPT_MAX = 256;
/** Program instructions times characters that cost one step of fuel. */
const WORK_PER_STEP = 512;

/** Where every character may be a match, so many cost one step. */
const CHARACTERS_PER_MATCH = 2;

/** A compiled regular expression whose running time is linear in the text. */
export interface Pattern {
  /** Steps of fuel that a test costs, or (with matches to collect) a whole pass. */
  cost(input: string, isCollecting: boolean): number;
  test(input: string): boolean;
  split(input: string): string[];
  /** Undefined when the replacement names a group that the pattern has not. */
  replace(input: string, replacement: string): string | undefined;
  /** The matches, each with its groups. */
  extract(input: string): string[];
}

interface Flags {
  readonly bits: number;
  readonly isSpaced: boolean;
}

const FLAG_BITS: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  m: RE2JS.MULTILINE,
  x: 0,
};

/** Reads the flags of XPath: s, m, i and x; undefined if there is another. */
export function readFlags(text: string): Flags | undefined {
  let bits = 0;
  for (const sign of text) {
    const bit = Object.hasOwn(FLAG_BITS, sign) ? FLAG_BITS[sign] : undefined;
    if (bit === undefined) return undefined;
    bits |= bit;
  }
  return { bits, isSpaced: text.includes('x') };
}

function replaceAll(re: RE2JS, input: string, replacement: string): string | undefined {
  try {
    return re.matcher(input).replaceAll(replacement, true);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function extractAll(re: RE2JS, input: string): string[] {
  const matcher = re.matcher(input);
  const found: string[] = [];
  while (matcher.find()) found.push(matcher.group() ?? '');
  return found;
}

function wrap(re: RE2JS): Pattern {
  const size = Math.max(re.programSize(), 1);
  return {
    cost: (input, isCollecting) => {
      const matches = isCollecting ? input.length / CHARACTERS_PER_MATCH : 0;
      return Math.ceil((input.length * size) / WORK_PER_STEP + matches) + 1;
    },
    test: (input) => re.test(input),
    split: (input) => re.split(input, -1),
    replace: (input, replacement) => replaceAll(re, input, replacement),
    extract: (input) => extractAll(re, input),
  };
}

const kept = new Map<string, Pattern | string>();

/** The sum of all counts as in `{10,20}`: each makes the program that much larger. */
function repetitions(source: string): number {
  const counts = [...source.matchAll(/\{(\d+)(?:,(\d*))?\}/g)];
  return counts.reduce((sum, match) => sum + Math.max(Number(match[1]), Number(match[2] ?? 0)), 0);
}

function compileNew(source: string, flags: Flags): Pattern | string {
  if (source.length > PATTERN_LENGTH_MAX) {
    return `Expected a pattern of at most ${PATTERN_LENGTH_MAX} characters`;
  }
  if (repetitions(source) > REPETITIONS_MAX) {
    return `Expected at most ${REPETITIONS_MAX} counted repetitions in a pattern`;
  }
  try {
    return wrap(RE2JS.compile(flags.isSpaced ? source.replace(/\s+/g, '') : source, flags.bits));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `Expected a valid pattern without look-around or back-references, but ${error.message}`;
  }
}

/** Compiles a pattern, or says in words what is wrong with it. Recent ones are kept. */
export function compilePattern(source: string, flags: Flags): Pattern | string {
  const key = `${flags.bits}${flags.isSpaced}:${source}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const compiled = compileNew(source, flags);
  const [oldest] = kept.keys();
  if (kept.size >= PATTERNS_KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  kept.set(key, compiled);
  return compiled;
}
