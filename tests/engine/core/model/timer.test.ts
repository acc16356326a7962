import { describe, expect, it } from '@jest/globals';
import { firstOccurrence, nextOccurrence } from '../../../../engine/core/model/timer/schedule.ts';

const now = Date.parse('2026-03-02T01:00:00Z');
const moment = { now, zone: 'Asia/Shanghai' };
const at = (text: string) => Date.parse(text);
const first = (kind: 'date' | 'duration' | 'cycle', text: string, zone = moment.zone) => {
  const occurrence = firstOccurrence(kind, text, { now, zone });
  return occurrence.ok ? occurrence.value : occurrence.problem;
};

describe('timer', () => {
  it.each([
    ['PT10S', '2026-03-02T01:00:10Z'],
    ['P1D', '2026-03-03T01:00:00Z'],
    ['P1M', '2026-04-02T01:00:00Z'],
    ['P1Y2M1W3DT4H5M6.5S', '2027-05-12T05:05:06.500Z'],
    ['-PT1H', '2026-03-02T00:00:00Z'],
    ['PT-1H', '2026-03-02T00:00:00Z'],
  ])('should add the duration %s', (text, due) => {
    expect(first('duration', text)).toEqual({ dueAt: at(due), repetitions: 1 });
  });

  it('should add days by the calendar of the zone, not by 24 hours', () => {
    // Berlin changes to summer time on 2026-03-29.
    expect(first('duration', 'P28D', 'Europe/Berlin')).toMatchObject({
      dueAt: at('2026-03-30T00:00:00Z'),
    });
  });

  it.each(['', 'P', 'PT', 'P1DT', '10 s', 'P1H'])('should refuse the duration %p', (text) => {
    expect(first('duration', text)).toContain('Invalid timer duration expression');
  });

  it.each([
    ['2026-03-05T10:00:00Z', '2026-03-05T10:00:00Z'],
    ['2026-03-05T10:00:00+08:00', '2026-03-05T02:00:00Z'],
    ['2026-03-05T10:00:00[Asia/Shanghai]', '2026-03-05T02:00:00Z'],
  ])('should read the date %s', (text, due) => {
    expect(first('date', text)).toEqual({ dueAt: at(due), repetitions: 1 });
  });

  it.each([
    ['R3/PT10S', '2026-03-02T01:00:10Z', 3],
    ['R/PT10S', '2026-03-02T01:00:10Z', -1],
    ['R-1/PT10S', '2026-03-02T01:00:10Z', -1],
    ['R2/2026-04-01T00:00:00Z/P1D', '2026-04-01T00:00:00Z', 2],
    ['0 0 8 * * MON-FRI', '2026-03-03T00:00:00Z', -1],
    ['0 */15 * * * *', '2026-03-02T01:15:00Z', -1],
    ['0 0 0 L * *', '2026-03-30T16:00:00Z', -1],
    ['0 0 0 1 1,7 ?', '2026-06-30T16:00:00Z', -1],
    ['@daily', '2026-03-02T16:00:00Z', -1],
  ])('should begin the cycle %s', (text, due, repetitions) => {
    expect(first('cycle', text)).toEqual({ dueAt: at(due), repetitions });
  });

  it.each(['R/10', '* * *', '0 0 25 * * *', '0 0 0 30 2 *', 'every day'])(
    'should refuse the cycle %s',
    (text) => {
      expect(first('cycle', text)).toContain('Invalid timer cycle expression');
    },
  );

  it('should count an interval from the last due date and stop after the last one', () => {
    // given: the engine was down for an hour
    const last = { dueAt: now - 3_600_000, repetitions: 2 };

    // when / then
    expect(nextOccurrence('R3/PT10S', last, moment)).toEqual({
      ok: true,
      value: { dueAt: last.dueAt + 10_000, repetitions: 1 },
    });
    const final = { ...last, repetitions: 1 };
    expect(nextOccurrence('R3/PT10S', final, moment)).toEqual({ ok: true, value: undefined });
  });

  it('should count cron from now', () => {
    const last = { dueAt: now - 86_400_000, repetitions: -1 };
    expect(nextOccurrence('0 0 * * * *', last, moment)).toMatchObject({
      value: { dueAt: at('2026-03-02T02:00:00Z') },
    });
  });
});
