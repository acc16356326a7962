import { describe, expect, it } from '@jest/globals';
import { dayText, instantText } from '../../../portal/citizen/dates.ts';

const now = new Date('2026-11-24T00:00:00Z');

describe('dates', () => {
  it('should say days as people do, in the time of the country', () => {
    expect(dayText('2026-11-27', 'zh', now)).toBe('11月27日');
    expect(dayText('2027-01-05', 'zh', now)).toBe('2027年1月5日');
    expect(dayText('2026-11-26T16:30:00Z', 'zh', now)).toBe('11月27日');
    expect(dayText('2026-11-27', 'en', now)).toBe('27 November');
  });

  it('should say instants with the day of the week and the clock', () => {
    expect(instantText('2026-11-22T10:00:00Z', 'zh')).toMatch(/11月22日 周日 18:00$/u);
  });
});
