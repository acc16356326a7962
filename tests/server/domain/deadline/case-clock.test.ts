import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startOfDay } from '../../../../server/domain/calendar/calendar-date.ts';
import { makeWorkingCalendar } from '../../../../server/domain/calendar/working-calendar.ts';
import {
  type ClockEvent,
  endClock,
  foldClock,
  IDLE_CLOCK,
  resumeClock,
  startClock,
  stopClock,
} from '../../../../server/domain/deadline/case-clock.ts';
import { explainClock } from '../../../../server/domain/deadline/clock-explanation.ts';
import { readClock } from '../../../../server/domain/deadline/clock-reading.ts';
import { deadlineAfter, deadlineOf } from '../../../../server/domain/deadline/deadline.ts';
import { deemedAcceptedOn } from '../../../../server/domain/deadline/deemed-acceptance.ts';
import { extendClock } from '../../../../server/domain/deadline/extend-clock.ts';
import { recalculateClock } from '../../../../server/domain/deadline/recalculate-clock.ts';
import type { Rejection } from '../../../../server/domain/rejection.ts';
import { loadHolidayNotices } from '../../../../server/seed/holidays.ts';

const calendar = makeWorkingCalendar(loadHolidayNotices());
const at = (date: string, hour = 10): number => startOfDay(date) + hour * 3_600_000;
const started = (date: string, count = 10): ClockEvent => ({
  kind: 'started',
  at: at(date),
  limit: { count, unit: 'WD' },
});

describe('case clock', () => {
  it('should count working days from the day after the start to the end of the last', () => {
    // given
    const clock = foldClock([started('2026-11-02')]);

    // then
    expect(deadlineOf(clock, calendar)).toEqual({
      dueDate: '2026-11-16',
      dueAt: at('2026-11-17', 0) - 1,
      isProvisional: false,
    });
    expect(readClock(clock, calendar, at('2026-11-02'))).toMatchObject({
      lamp: 'in_time',
      rest: 10,
      restText: '还剩 10 个工作日',
    });
  });

  it.each([
    ['2026-11-11', 'in_time', 3, '还剩 3 个工作日'],
    ['2026-11-12', 'due_soon', 2, '还剩 2 个工作日'],
    ['2026-11-16', 'due_soon', 0, '今天到期'],
    ['2026-11-17', 'overdue', -1, '已超期 1 个工作日'],
  ])('should show on %s the lamp %s', (date, lamp, rest, restText) => {
    const clock = foldClock([started('2026-11-02')]);
    expect(readClock(clock, calendar, at(date))).toMatchObject({
      lamp,
      rest,
      restText,
    });
  });

  it('should stand still during a hearing and list both spans in the explanation', () => {
    // given a stop for a supplement and one for a hearing
    const events: ClockEvent[] = [
      started('2026-11-02'),
      { kind: 'stopped', at: at('2026-11-04'), reason: '补正材料' },
      { kind: 'resumed', at: at('2026-11-06') },
      { kind: 'stopped', at: at('2026-11-10'), reason: '听证' },
    ];
    const stopped = foldClock(events);
    expect(readClock(stopped, calendar, at('2026-11-12'))).toMatchObject({
      lamp: 'stopped',
      deadline: undefined,
      restText: '计时已暂停',
    });

    // when
    const clock = foldClock([...events, { kind: 'resumed', at: at('2026-11-12') }]);

    // then six working days (4, 5, 6, 10, 11, 12 November) are not counted
    expect(deadlineOf(clock, calendar)?.dueDate).toBe('2026-11-24');
    expect(explainClock(clock, calendar).map((line) => line.zh)).toEqual([
      '2026-11-02 开始计算,期限 10 个工作日,自次日起算。',
      '2026-11-04 至 2026-11-06 停止计时(补正材料),首尾两日均不计入。',
      '2026-11-10 至 2026-11-12 停止计时(听证),首尾两日均不计入。',
      '到期日 2026-11-24。',
    ]);
    expect(explainClock(clock, calendar).map((line) => line.en)).toEqual([
      'Started on 2026-11-02, limit 10 working days, the first day is not counted.',
      'Stopped from 2026-11-04 to 2026-11-06 (补正材料), both days included.',
      'Stopped from 2026-11-10 to 2026-11-12 (听证), both days included.',
      'Due on 2026-11-24.',
    ]);
  });

  it('should be extended once, before the end, with a reason, within the maximum', () => {
    // given
    const clock = foldClock([started('2026-11-02')]);
    const request = { at: at('2026-11-13'), by: 5, byMax: 10, reason: '案情复杂' };

    // when
    const event = extendClock(clock, request, calendar);

    // then
    const extended = foldClock([started('2026-11-02'), event as ClockEvent]);
    expect(deadlineOf(extended, calendar)?.dueDate).toBe('2026-11-23');
    expect(explainClock(extended, calendar)[1]?.zh).toBe(
      '2026-11-13 批准延长 5 个工作日,理由:案情复杂。',
    );
    const refusals = [
      extendClock(extended, request, calendar),
      extendClock(clock, { ...request, at: at('2026-11-17') }, calendar),
      extendClock(clock, { ...request, by: 11 }, calendar),
      extendClock(clock, { ...request, reason: ' ' }, calendar),
      extendClock(IDLE_CLOCK, request, calendar),
    ] as Rejection[];
    expect(refusals.map((refusal) => refusal.message)).toEqual([
      '期限只能延长一次。',
      '期限已于 2026-11-16 届满,不能再延长。',
      '延长天数应为 1 至 10。',
      '请写明延长期限的理由。',
      '期限没有在计算中,不能延长。',
    ]);
  });

  it('should refuse what does not fit its state', () => {
    const running = foldClock([started('2026-11-02')]);
    for (const refused of [
      startClock(running, 0, { count: 1, unit: 'D' }),
      stopClock(IDLE_CLOCK, 0, 'x'),
      resumeClock(running, 0),
      endClock(IDLE_CLOCK, 0),
    ]) {
      expect(refused).toMatchObject({ type: 'rejection', code: 'invalid_state' });
    }
  });

  it('should tell whether it ended in time', () => {
    const done = foldClock([started('2026-11-02'), { kind: 'ended', at: at('2026-11-16', 23) }]);
    expect(readClock(done, calendar, at('2027-05-05'))).toMatchObject({
      lamp: 'none',
      restText: '按期办结',
    });
    const late = foldClock([started('2026-11-02'), { kind: 'ended', at: at('2026-11-17', 0) }]);
    expect(readClock(late, calendar, at('2027-05-05')).restText).toBe('超期办结');
  });

  it('should count hours at once, through nights and holidays, less the stops', () => {
    const hours = { count: 24, unit: 'H' } as const;
    const start = at('2026-10-01', 22);
    const clock = foldClock([
      { kind: 'started', at: start, limit: hours },
      { kind: 'stopped', at: start + 3_600_000, reason: 'x' },
      { kind: 'resumed', at: start + 2 * 3_600_000 },
    ]);
    expect(deadlineOf(clock, calendar)?.dueAt).toBe(start + 25 * 3_600_000);
    expect(readClock(clock, calendar, start + 24.5 * 3_600_000)).toMatchObject({
      lamp: 'due_soon',
      restText: '还剩 1 小时',
    });
    expect(readClock(clock, calendar, start + 26.5 * 3_600_000).restText).toBe('已超期 2 小时');
  });

  it('should move the end of calendar days behind the holidays', () => {
    const limit = { count: 30, unit: 'D' } as const;
    expect(deadlineAfter(at('2026-09-01'), limit, calendar).dueDate).toBe('2026-10-08');
  });

  it('should count a case as accepted on receipt when nobody told what is missing', () => {
    const limit = { count: 5, unit: 'WD' } as const;
    const lodged = at('2026-11-02', 16);
    expect(deemedAcceptedOn(lodged, limit, calendar, at('2026-11-09', 23))).toBeUndefined();
    expect(deemedAcceptedOn(lodged, limit, calendar, at('2026-11-10', 0))).toBe('2026-11-02');
  });

  it('should be recalculated when the notice of a provisional year is imported', () => {
    // given a deadline in 2027 while only 2026 is known
    const clock = foldClock([started('2026-12-28', 5)]);
    expect(deadlineOf(clock, calendar)).toMatchObject({
      dueDate: '2027-01-05',
      isProvisional: true,
    });
    expect(explainClock(clock, calendar).at(-1)?.zh).toContain('到期日暂定 2027-01-05');

    // when the notice makes Sunday 3 January a workday
    const days = [
      { date: '2027-01-01', name: '元旦', isOff: true },
      { date: '2027-01-03', name: '元旦调休', isOff: false },
    ];
    const after = makeWorkingCalendar([
      ...loadHolidayNotices(),
      { year: 2027, version: '2027-1', days },
    ]);
    const event = recalculateClock(clock, { before: calendar, after }, at('2026-12-29'));

    // then
    expect(event?.reason).toBe(
      '工作日历更新(2025-1+2026-1+2027-1),到期日由 2027-01-05 改为 2027-01-04',
    );
    const untouched = foldClock([started('2026-11-02')]);
    expect(recalculateClock(untouched, { before: calendar, after }, 0)).toBeUndefined();
  });

  it('should never fall due earlier because it was stopped', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 30 }), (wait, span, count) => {
        const start = at('2026-03-02');
        const limit = { count, unit: 'WD' } as const;
        const plain = foldClock([{ kind: 'started', at: start, limit }]);
        const stopAt = start + wait * 86_400_000;
        const before = deadlineOf(plain, calendar)?.dueAt ?? 0;
        fc.pre(stopAt < before);
        const stopped = foldClock([
          { kind: 'started', at: start, limit },
          { kind: 'stopped', at: stopAt, reason: 'x' },
          { kind: 'resumed', at: stopAt + span * 86_400_000 },
        ]);
        const after = deadlineOf(stopped, calendar);
        expect(after?.dueAt ?? 0).toBeGreaterThanOrEqual(before);
        expect(calendar.isWorkday(after?.dueDate ?? '')).toBe(true);
      }),
      { seed },
    );
  });
});
