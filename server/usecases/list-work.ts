import { dateAt, endOfDay, startOfDay } from '../domain/calendar/calendar-date.ts';
import { loadCalendar } from './calendar.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { type TimeLeft, timeLeft } from './time-left.ts';

const PAGE = 50;

export type WorkView = 'mine' | 'office' | 'due' | 'supplement' | 'done' | 'all';

export interface WorkAsked {
  readonly view: WorkView;
  readonly process?: string | undefined;
  readonly q?: string | undefined;
  readonly sort: 'due' | 'received';
  readonly cursor?: string | undefined;
}

/** One line of the work list. */
export interface WorkLine extends TimeLeft {
  readonly taskId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly processName: string;
  readonly taskName: string;
  readonly elementId: string;
  readonly applicant: string;
  readonly placeName: string;
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly state: string;
  readonly assigneeName: string | null;
  readonly mine: boolean;
  readonly urgent: boolean;
}

export interface WorkCounts {
  readonly mine: number;
  readonly office: number;
  readonly due: number;
  readonly supplement: number;
  readonly doneToday: number;
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly process_key: string;
  readonly name: string;
  readonly element_id: string;
  readonly applicant_name: string;
  readonly place_name: string | null;
  readonly created_at: Date;
  readonly due_at: Date | null;
  readonly state: string;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly urgent: boolean;
  readonly clock_state: CaseRow['clockState'];
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A page of the work list, with what it can be filtered by. */
export interface WorkPage {
  readonly items: WorkLine[];
  readonly counts: WorkCounts;
  readonly processes: { key: string; name: string }[];
  readonly nextCursor: string | null;
}

/** The work of a person: what is claimed, what waits in the offices held, what was done. */
export async function listWork(deps: Deps, actor: Actor, asked: WorkAsked): Promise<WorkPage> {
  return deps.records.transaction(async (tx) => {
    const calendar = await loadCalendar(tx);
    const now = deps.clock.now();
    const soon = new Date(endOfDay(calendar.addWorkdays(dateAt(now), 1).date));
    const offset = Math.max(Number(asked.cursor ?? '0') || 0, 0);
    const rows = await pageOf(tx, conditionOf(asked, actor, soon), asked, offset);
    const items = rows.slice(0, PAGE).map((row) => ({
      ...lineOf(deps, row, actor),
      ...leftOf(row, timeLeft(row.due_at === null ? null : new Date(row.due_at), calendar, now)),
    }));
    return {
      items,
      counts: await countsOf(tx, actor, soon, new Date(startOfDay(dateAt(now)))),
      processes: deps.processes.list().map(({ key, name }) => ({ key, name: name.zh })),
      nextCursor: rows.length > PAGE ? String(offset + PAGE) : null,
    };
  });
}

function leftOf(row: Row, left: TimeLeft): TimeLeft {
  const isDone = row.state === 'completed' || row.state === 'cancelled';
  if (isDone) return { lamp: 'none', restText: '' };
  return row.clock_state === 'stopped' ? { lamp: 'stopped', restText: '计时已暂停' } : left;
}

/** Whether a task belongs to one of the offices that a person holds; both columns must fit. */
export function inOffices(actor: Actor): Condition {
  return {
    sql: `exists (select 1 from task_candidate tc where tc.task_id = t.id
      and ${HELD})`,
    parameters: heldPosts(actor),
  };
}

// Only open tasks are in the index that this condition can use, so the length of the history of an
// office does not matter.
function waitingInOffices(actor: Actor): Condition {
  return {
    sql: `t.state = 'open' and t.id in (select tc.task_id from task_candidate tc
      where tc.is_open and ${HELD})`,
    parameters: heldPosts(actor),
  };
}

const HELD = `(tc.unit_code, tc.position_code) in (select * from unnest(?::text[], ?::text[]))`;

function heldPosts({ capacities }: Actor): readonly unknown[] {
  const units = capacities.map(({ unitCode }) => unitCode);
  return [units, capacities.map(({ positionCode }) => positionCode)];
}

function conditionOf(asked: WorkAsked, actor: Actor, soon: Date): Condition {
  const view = viewOf(asked.view, actor, soon);
  const parts = [view];
  if (asked.process !== undefined) parts.push(one('t.process_key = ?', asked.process));
  const text = asked.q?.trim();
  if (text) {
    const like = `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;
    parts.push({
      sql: '(c.number like ? or c.applicant_name like ? or t.name like ?)',
      parameters: [like, like, like],
    });
  }
  return {
    sql: parts.map(({ sql }) => sql).join(' and '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

function viewOf(view: WorkView, actor: Actor, soon: Date): Condition {
  const mine = one(`t.state = 'claimed' and t.assignee_id = ?`, actor.userId);
  const offices = inOffices(actor);
  const office = waitingInOffices(actor);
  const open = {
    sql: `((${mine.sql}) or (${office.sql}))`,
    parameters: [...mine.parameters, ...office.parameters],
  };
  switch (view) {
    case 'mine':
      return mine;
    case 'office':
      return office;
    case 'all':
      return open;
    case 'due':
      return { sql: `${open.sql} and t.due_at <= ?`, parameters: [...open.parameters, soon] };
    case 'supplement':
      return {
        sql: `c.state = 'supplement' and t.id = (select l.id from task l
          where l.case_id = c.id order by l.created_at desc limit 1) and ${offices.sql}`,
        parameters: offices.parameters,
      };
    case 'done':
      return one(`t.state = 'completed' and t.completed_by = ?`, actor.userId);
    default:
      return view satisfies never;
  }
}

function one(sql: string, parameter: unknown): Condition {
  return { sql, parameters: [parameter] };
}

function pageOf(
  tx: Transaction,
  condition: Condition,
  asked: WorkAsked,
  offset: number,
): Promise<Row[]> {
  const order =
    asked.view === 'done'
      ? 't.completed_at desc'
      : asked.sort === 'due'
        ? 't.urgent desc, t.due_at asc nulls last, t.created_at asc'
        : 't.created_at desc';
  return tx.query<Row>(
    `select t.id, t.case_id, c.number, t.process_key, t.name, t.element_id, c.applicant_name,
       u.name as place_name, t.created_at, t.due_at, t.state, t.assignee_id,
       a.display_name as assignee_name, t.urgent, c.clock_state
     from task t join case_file c on c.id = t.case_id
       left join org_unit u on u.code = c.unit_code
       left join app_user a on a.id = t.assignee_id
     where ${condition.sql} order by ${order}, t.id limit ? offset ?`,
    [...condition.parameters, PAGE + 1, offset],
  );
}

function lineOf(deps: Deps, row: Row, actor: Actor): Omit<WorkLine, 'lamp' | 'restText'> {
  return {
    taskId: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    processName: deps.processes.process(row.process_key)?.name.zh ?? row.process_key,
    taskName: row.name,
    elementId: row.element_id,
    applicant: row.applicant_name,
    placeName: row.place_name ?? '',
    receivedAt: new Date(row.created_at).toISOString(),
    dueAt: row.due_at === null ? null : new Date(row.due_at).toISOString(),
    state: row.state,
    assigneeName: row.assignee_name,
    mine: row.assignee_id === actor.userId,
    urgent: row.urgent,
  };
}

async function countsOf(
  tx: Transaction,
  actor: Actor,
  soon: Date,
  today: Date,
): Promise<WorkCounts> {
  const count = async ({ sql, parameters }: Condition): Promise<number> => {
    const [row] = await tx.query<{ count: string }>(
      `select count(*) as count from task t join case_file c on c.id = t.case_id where ${sql}`,
      parameters,
    );
    return Number(row?.count ?? 0);
  };
  const done = viewOf('done', actor, soon);
  return {
    mine: await count(viewOf('mine', actor, soon)),
    office: await count(viewOf('office', actor, soon)),
    due: await count(viewOf('due', actor, soon)),
    supplement: await count(viewOf('supplement', actor, soon)),
    doneToday: await count({
      sql: `${done.sql} and t.completed_at >= ?`,
      parameters: [...done.parameters, today],
    }),
  };
}
