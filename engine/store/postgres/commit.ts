import type { Changes, TableChanges } from '../port.ts';
import { TABLE_NAMES, type TableName } from '../rows.ts';
import { type Column, columnsOf, SQL_TYPE } from './columns.ts';
import { storableText } from './text.ts';

/** One statement that writes a whole batch: it is its own transaction, in one round trip. */
export interface CommitStatement {
  /** The same for all batches that touch the same tables, so that it is planned once. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const LOG_COLUMNS: readonly Column[] = [
  { name: 'key', property: 'key', type: 'key' },
  { name: 'seq', property: 'seq', type: 'integer' },
  { name: 'at', property: 'at', type: 'instant' },
  { name: 'command', property: 'command', type: 'text' },
  { name: 'events', property: 'events', type: 'text' },
];

/** The statement for a batch, or undefined when nothing has changed. */
export function commitStatement(changes: Changes): CommitStatement | undefined {
  const parts: string[] = [];
  const values: unknown[] = [];
  const touched: string[] = [];
  const add = (tag: string, text: string, arrays: readonly unknown[]) => {
    touched.push(tag);
    parts.push(text);
    values.push(...arrays);
  };
  if (changes.keyCounter !== undefined) {
    add('k', 'UPDATE key_counter SET value = $1::bigint', [changes.keyCounter.toString()]);
  }
  if (changes.log.length > 0) {
    const list = unnest(LOG_COLUMNS, values.length);
    const names = LOG_COLUMNS.map(({ name }) => name).join(', ');
    const text = `INSERT INTO event_log (${names}) SELECT * FROM ${list}`;
    add('l', text, arraysOf(LOG_COLUMNS, changes.log));
  }
  TABLE_NAMES.forEach((name, place) => {
    const table: TableChanges<object> | undefined = changes.tables[name];
    if (table === undefined) return;
    if (table.put.length > 0) {
      const columns = columnsOf(name);
      add(`p${place}`, upsert(name, columns, values.length), arraysOf(columns, table.put));
    }
    if (table.remove.length > 0) {
      const text = `DELETE FROM ${name} WHERE key = ANY ($${values.length + 1}::bigint[])`;
      add(`r${place}`, text, [table.remove]);
    }
  });
  if (parts.length === 0) return undefined;
  const clauses = parts.map((part, place) => `c${place} AS (${part})`);
  return { name: touched.join(''), text: `WITH ${clauses.join(', ')} SELECT 1`, values };
}

function upsert(name: TableName, columns: readonly Column[], offset: number): string {
  const names = columns.map((column) => column.name);
  const assignments = names.slice(1).map((column) => `${column} = EXCLUDED.${column}`);
  return (
    `INSERT INTO ${name} (${names.join(', ')}) SELECT * FROM ${unnest(columns, offset)} ` +
    `ON CONFLICT (key) DO UPDATE SET ${assignments.join(', ')}`
  );
}

function unnest(columns: readonly Column[], offset: number): string {
  const parameters = columns.map(
    ({ type }, place) => `$${offset + place + 1}::${SQL_TYPE[type]}[]`,
  );
  return `unnest(${parameters.join(', ')})`;
}

function arraysOf(columns: readonly Column[], rows: readonly object[]): unknown[][] {
  return columns.map(({ property, type }) =>
    rows.map((row) => {
      const value = (row as Record<string, unknown>)[property];
      return typeof value === 'string' && type === 'text' ? storableText(value) : value;
    }),
  );
}
