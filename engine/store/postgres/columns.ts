import type { TableName, Tables } from '../rows.ts';

/** How a column is written and read: keys and instants are both bigint, but differ in JavaScript. */
export type ColumnType = 'key' | 'instant' | 'integer' | 'text' | 'boolean';

/** A column and the property of the row that it holds. */
export interface Column<Property = string> {
  readonly name: string;
  readonly property: Property;
  readonly type: ColumnType;
}

/** PostgreSQL's name of a column type. */
export const SQL_TYPE: Readonly<Record<ColumnType, string>> = {
  key: 'bigint',
  instant: 'bigint',
  integer: 'integer',
  text: 'text',
  boolean: 'boolean',
};

type ColumnTypes<Row> = { readonly [Property in keyof Row]: ColumnType };

/** The properties of each row, in the order of their columns. */
const TYPES: { readonly [Name in TableName]: ColumnTypes<Tables[Name]> } = {
  instance: {
    key: 'key',
    bpmnProcessId: 'text',
    processDefinitionKey: 'key',
    version: 'integer',
    parentKey: 'key',
    createdAt: 'instant',
    snapshot: 'text',
    snapshotSeq: 'integer',
    isSetAside: 'boolean',
  },
  job: {
    key: 'key',
    processInstanceKey: 'key',
    elementInstanceKey: 'key',
    elementId: 'text',
    bpmnProcessId: 'text',
    processDefinitionKey: 'key',
    version: 'integer',
    type: 'text',
    customHeaders: 'text',
    retries: 'integer',
    state: 'text',
    worker: 'text',
    deadlineAt: 'instant',
    backoffUntil: 'instant',
  },
  timer: {
    key: 'key',
    dueAt: 'instant',
    processInstanceKey: 'key',
    processDefinitionKey: 'key',
    elementId: 'text',
    repetitions: 'integer',
  },
  subscription: {
    key: 'key',
    messageName: 'text',
    correlationKey: 'text',
    processInstanceKey: 'key',
    bpmnProcessId: 'text',
    interrupting: 'boolean',
  },
  message: {
    key: 'key',
    name: 'text',
    correlationKey: 'text',
    messageId: 'text',
    variables: 'text',
    deadlineAt: 'instant',
    correlatedTo: 'text',
  },
  start_lock: { key: 'key', bpmnProcessId: 'text', correlationKey: 'text' },
  incident: {
    key: 'key',
    processInstanceKey: 'key',
    elementInstanceKey: 'key',
    elementId: 'text',
    jobKey: 'key',
    code: 'text',
    message: 'text',
    bpmnProcessId: 'text',
    processDefinitionKey: 'key',
    createdAt: 'instant',
  },
  process: {
    key: 'key',
    bpmnProcessId: 'text',
    version: 'integer',
    resourceName: 'text',
    checksum: 'text',
    resource: 'text',
    messageStarts: 'text',
  },
  requirements: {
    key: 'key',
    requirementsId: 'text',
    name: 'text',
    version: 'integer',
    resourceName: 'text',
    checksum: 'text',
    resource: 'text',
  },
  decision: {
    key: 'key',
    decisionId: 'text',
    name: 'text',
    version: 'integer',
    requirementsKey: 'key',
  },
};

/** The columns of a table, the key first. */
export function columnsOf(name: TableName): readonly Column[] {
  return Object.entries(TYPES[name]).map(([property, type]) => ({
    name: property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    property,
    type,
  }));
}

/** The select list of a table, aliased to the properties of its rows. */
export function selectList(name: TableName): string {
  return columnsOf(name)
    .map(({ name: column, property }) => `t.${column} AS "${property}"`)
    .join(', ');
}

/** A row as the broker knows it. */
export function readRow<Name extends TableName>(
  name: Name,
  raw: Readonly<Record<string, unknown>>,
): Tables[Name] {
  const row: Record<string, unknown> = {};
  for (const { property, type } of columnsOf(name)) {
    const value = raw[property];
    row[property] = type === 'instant' && value !== null ? Number(value) : value;
  }
  return row as unknown as Tables[Name];
}
