import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import { CASE_STATE_NAMES } from '../domain/case/case-state.ts';
import type { Lamp } from '../domain/deadline/clock-reading.ts';
import type { Deps } from './deps.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { timeLeft } from './time-left.ts';

/** The head line of a case, the same on every screen of the offices. */
export interface CaseHead {
  readonly id: string;
  readonly number: string;
  readonly processKey: string;
  readonly processName: string;
  readonly state: string;
  readonly stateName: string;
  readonly publicStage: string;
  readonly applicant: string;
  readonly placeName: string;
  readonly officeName: string;
  readonly lodgedAt: string;
  readonly dueAt: string | null;
  readonly lamp: Lamp;
  readonly restText: string;
  readonly amountFen: number | null;
  readonly fund: string | null;
  readonly emergency: boolean;
  readonly flags: string[];
}

/** Builds head lines; the names of places are looked up once for all of them. */
export async function caseHeads(
  tx: Transaction,
  deps: Deps,
  rows: readonly CaseRow[],
  calendar: WorkingCalendar,
): Promise<CaseHead[]> {
  const codes = [...new Set(rows.flatMap(({ unitCode, townCode }) => [unitCode, townCode]))];
  const units = await tx.find('OrgUnit', { code: { $in: codes } });
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return rows.map((row) => headOf(deps, row, names, calendar));
}

function headOf(
  deps: Deps,
  row: CaseRow,
  names: ReadonlyMap<string, string>,
  calendar: WorkingCalendar,
): CaseHead {
  return {
    id: row.id,
    number: row.number,
    processKey: row.processKey,
    processName: deps.processes.process(row.processKey)?.name.zh ?? row.processKey,
    state: row.state,
    stateName: CASE_STATE_NAMES[row.state],
    publicStage: row.publicStage ?? '',
    applicant: row.applicantName,
    placeName: names.get(row.unitCode) ?? row.unitCode,
    officeName: names.get(row.townCode) ?? row.townCode,
    lodgedAt: row.lodgedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    ...caseTimeLeft(row, calendar, deps.clock.now()),
    amountFen: row.amountFen,
    fund: row.fund,
    emergency: row.emergency,
    flags: [...row.flags],
  };
}

function caseTimeLeft(row: CaseRow, calendar: WorkingCalendar, now: number) {
  if (row.clockState === 'stopped') return { lamp: 'stopped', restText: '计时已暂停' } as const;
  if (row.clockState !== 'running') return { lamp: 'none', restText: '' } as const;
  return timeLeft(row.dueAt, calendar, now);
}
