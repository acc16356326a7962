import type { PolicyRow } from './policy-row.ts';

/**
 * Adds the right to read: who may do anything in a process, in a territory, may read its cases
 * there. Conditions are about deciding and do not hide a case; a deny of reading stays a deny.
 */
export function withReadRows(rows: readonly PolicyRow[]): readonly PolicyRow[] {
  const reading = rows
    .filter((row) => row.effect === 'allow' && row.object.startsWith('proc:'))
    .filter((row) => row.subject !== 'citizen')
    .map(
      (row): PolicyRow => ({
        subject: row.subject,
        scope: row.scope,
        object: row.object.split('/')[0] ?? row.object,
        action: 'read',
        condition: 'true',
        effect: 'allow',
      }),
    );
  const unique = new Map([...rows, ...reading].map((row) => [keyOf(row), row]));
  return [...unique.values()];
}

function keyOf(row: PolicyRow): string {
  const { subject, scope, object, action, condition, effect } = row;
  return JSON.stringify([subject, scope, object, action, condition, effect]);
}
