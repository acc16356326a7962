import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '../../../server/database/audit-trail.ts';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import { AuditLeaf, CaseFile, ClockEvent } from '../../../server/database/entities/index.ts';
import { openRecords } from '../../../server/database/records.ts';
import { loadHolidayNotices } from '../../../server/seed/holidays.ts';
import { seedCalendar } from '../../../server/seed/seed-calendar.ts';
import { moveClock } from '../../../server/usecases/case-clock.ts';
import { importCalendarYear } from '../../../server/usecases/import-calendar-year.ts';
import type { Records } from '../../../server/usecases/ports/records.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

const CASES = ['00000000-0000-4000-9000-000000000001', '00000000-0000-4000-9000-000000000002'];
const [EARLY = '', LATE = ''] = CASES;

const caseRow = (id: string, at: number) => ({
  id,
  number: `21992110126112400${at}`,
  queryCodeHash: 'x',
  queryFailures: 0,
  processKey: 'temporary-relief',
  processVersion: 1,
  unitCode: '219921101200',
  townCode: '219921101000',
  countyCode: '219921000000',
  channel: 'hall',
  state: 'accepted' as const,
  flags: [],
  applicantName: '赵甲一',
  emergency: false,
  lodgedAt: new Date('2026-11-24T02:00:00Z'),
  clockState: 'idle' as const,
});

describe('import of a calendar year', () => {
  let server: TestDatabase;
  let database: Database;
  let records: Records;

  beforeAll(async () => {
    server = await createDatabase();
    database = await openDatabase(server.url);
    await database.migrate();
    await seedCalendar(database, loadHolidayNotices(), 0);
    records = openRecords(database.orm) as unknown as Records;
    const em = database.orm.em.fork();
    for (const [at, id] of CASES.entries()) await em.insert(CaseFile, caseRow(id, at));
  });

  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const dueDate = async (id: string): Promise<string | undefined> => {
    const found = await database.orm.em.fork().findOneOrFail(CaseFile, { id });
    return found.dueAt?.toISOString().slice(0, 10);
  };

  it('should move provisional deadlines, log both days, and leave the others alone', async () => {
    // given a deadline in December and one in a year without a notice
    const at = Date.parse('2026-12-28T02:00:00Z');
    await records.transaction(async (tx) => {
      await moveClock(tx, EARLY, { kind: 'start', limit: { count: 2, unit: 'WD' } }, at);
      await moveClock(tx, LATE, { kind: 'start', limit: { count: 5, unit: 'WD' } }, at);
    });
    expect([await dueDate(EARLY), await dueDate(LATE)]).toEqual(['2026-12-30', '2027-01-05']);

    // when the notice makes Sunday 3 January a workday
    const moved = await importCalendarYear({ records, clock: { now: () => at + 1 } }, null, {
      year: 2027,
      version: '2027-1',
      source: '演示',
      days: [
        { date: '2027-01-01', name: '元旦', isOff: true },
        { date: '2027-01-03', name: '元旦调休', isOff: false },
      ],
    });

    // then
    expect(moved).toBe(1);
    expect([await dueDate(EARLY), await dueDate(LATE)]).toEqual(['2026-12-30', '2027-01-04']);
    const em = database.orm.em.fork();
    const event = await em.findOneOrFail(ClockEvent, { caseId: LATE, kind: 'recalculated' });
    expect(event).toMatchObject({ provisional: false, calendarVersion: '2025-1+2026-1+2027-1' });
    expect(event.reason).toContain('到期日由 2027-01-05 改为 2027-01-04');
    const leaf = await em.findOneOrFail(AuditLeaf, { action: 'import-calendar' });
    expect(leaf.detail).toEqual({ year: 2027, version: '2027-1', days: 2, moved: 1 });
    expect(await verifyAudit(em)).toBeUndefined();
  });

  it('should replace a notice by a corrected one', async () => {
    const days = [{ date: '2027-01-01', name: '元旦', isOff: true }];
    const later = { records, clock: { now: () => Date.parse('2026-12-29T02:00:00Z') } };
    const notice = { year: 2027, version: '2027-2', source: '演示', days };
    expect(await importCalendarYear(later, null, notice)).toBe(1);
    expect(await dueDate(LATE)).toBe('2027-01-05');
    expect(await importCalendarYear(later, null, notice)).toBe(0);
  });
});
