import type { RoleRow } from './content.ts';

const COLUMNS = ['subject', 'scope', 'object', 'action', 'condition', 'effect', 'note'] as const;
const SUBJECT = /^(village|town|county|city):[A-Z]{3}\.[a-z_]+$|^citizen$/u;
const SCOPES = ['exact', 'subtree', 'any'] as const;
const EFFECTS = ['allow', 'deny'] as const;

/** Reads a role matrix: a CSV with a header line; `#` begins a comment line. */
export function parseRoles(text: string, file: string): RoleRow[] {
  const [header, ...lines] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (header !== COLUMNS.join(',')) {
    throw new Error(`Expected ${file} to begin with ${COLUMNS.join(',')}, but it does not`);
  }
  return lines.map((line) => roleOf(line, file));
}

/** Rows of shared steps (`proc:*`) as rows of the procedure that uses them. */
export function rolesOfProcess(rows: readonly RoleRow[], processKey: string): RoleRow[] {
  return rows.map((row) => ({
    ...row,
    object: row.object.replace(/^proc:\*/u, `proc:${processKey}`),
  }));
}

function roleOf(line: string, file: string): RoleRow {
  const [subject = '', scope, object = '', action = '', condition = '', effect, ...note] = line
    .split(',')
    .map((cell) => cell.trim());
  const knownScope = SCOPES.find((candidate) => candidate === scope);
  const knownEffect = EFFECTS.find((candidate) => candidate === effect);
  const isWhole = SUBJECT.test(subject) && /^(proc|data):/u.test(object) && action !== '';
  if (!isWhole || knownScope === undefined || knownEffect === undefined || condition === '') {
    throw new Error(`Expected a whole rule in ${file}, but "${line}" is not`);
  }
  return {
    subject,
    scope: knownScope,
    object,
    action,
    condition,
    effect: knownEffect,
    note: note.join(','),
  };
}
