import { parser, trackVariables } from 'lezer-feel';
import { FEEL_NESTING_MAX, FEEL_TEXT_BYTES_MAX } from '../limits.ts';
import { findFullWidth, joinNames, type NameIndex, normalizeName } from '../names.ts';
import type { CompileError, ExpressionKind } from '../public.ts';

/** A node of the syntax tree, with the part of the text that it covers. */
export interface Syntax {
  readonly type: string;
  readonly text: string;
  readonly from: number;
  readonly children: readonly Syntax[];
}

interface OpenSyntax extends Syntax {
  readonly children: OpenSyntax[];
}

/** Nodes whose text is a name; it is spelled in one way. */
const NAMES = new Set(['VariableName', 'PathName', 'Name', 'ParameterName']);

const tops = { expression: 'Expression', 'unary-tests': 'UnaryTests' } as const;

/**
 * Names are joined before parsing, so the parser need not follow which variables exist. Its own
 * tracker would, at a cost that grows with the square of a context's size.
 */
const tracker = { ...trackVariables({}), reduce: <T>(variables: T): T => variables };

function configure(kind: ExpressionKind) {
  return parser.configure({
    top: tops[kind],
    dialect: 'camunda',
    contextTracker: tracker,
  });
}

const parsers = { expression: configure('expression'), 'unary-tests': configure('unary-tests') };

/** Names line and column, for people who look at the expression in an editor. */
export function errorAt(text: string, position: number, reason: string): CompileError {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const column = position - (before.lastIndexOf('\n') + 1) + 1;
  return { ok: false, position, message: `line ${line}, column ${column}: ${reason}` };
}

function unexpected(text: string, from: number): CompileError {
  const rest = /^\s*(\S.{0,19})/su.exec(text.slice(from));
  const found = rest?.[1] === undefined ? 'the end of the text' : `'${rest[1].trim()}'`;
  return errorAt(text, from, `Expected a FEEL expression to go on, but found ${found}`);
}

/**
 * Parses a text. The parser recovers from errors; here any error rejects the text. The tree is
 * built with a cursor, so that a deeply nested text cannot exhaust the stack.
 */
export function parseSyntax(
  text: string,
  kind: ExpressionKind,
  names: NameIndex,
): Syntax | CompileError {
  const bytes = Buffer.byteLength(text);
  if (bytes > FEEL_TEXT_BYTES_MAX) {
    const reason = `Expected at most ${FEEL_TEXT_BYTES_MAX} bytes, but found ${bytes}`;
    return errorAt(text, 0, reason);
  }
  const sign = findFullWidth(text);
  if (sign !== undefined) {
    const reason = `Expected '${sign.expected}', but found the full-width '${sign.found}'`;
    return errorAt(text, sign.position, reason);
  }
  const tree = parsers[kind].parse(joinNames(text, names));
  const root: OpenSyntax = { type: 'Root', text, from: 0, children: [] };
  const open = [root];
  let problem: CompileError | undefined;
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (problem !== undefined || type.name.endsWith('Comment')) return false;
      if (type.isError) problem = unexpected(text, from);
      if (open.length > FEEL_NESTING_MAX) {
        problem = errorAt(text, from, `Expected at most ${FEEL_NESTING_MAX} levels of nesting`);
      }
      const covered = text.slice(from, to);
      const nodeText = NAMES.has(type.name) ? names.spelling(covered) : covered;
      const node = { type: type.name, text: nodeText, from, children: [] };
      open.at(-1)?.children.push(node);
      open.push(node);
      return true;
    },
    leave: () => {
      open.pop();
    },
  });
  return problem ?? root.children[0] ?? unexpected(text, 0);
}

/** The name that a node is, or the words of a type. */
export function nameOf(node: Syntax): string {
  return NAMES.has(node.type) ? node.text : normalizeName(node.text);
}

/** A text that the grammar accepts, but that has no meaning at this place. */
export class UnsupportedSyntax extends Error {
  readonly position: number;

  constructor(node: Syntax) {
    super(`Expected an expression, but found '${node.text.slice(0, 20)}'`);
    this.position = node.from;
  }
}
