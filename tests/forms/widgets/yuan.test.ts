import { describe, expect, it } from '@jest/globals';
import { fenOf, formatFen, yuanText } from '../../../forms/widgets/yuan.ts';

describe('yuan', () => {
  it.each([
    ['1200', 120_000],
    ['1200.5', 120_050],
    ['0.29', 29],
    ['1.', 100],
    [' 1,200.50元', 120_050],
    ['￥23600.50', 2_360_050],
    ['0', 0],
  ])('should keep %s as whole fen', (text, amountFen) => {
    expect(fenOf(text)).toBe(amountFen);
  });

  it.each(['1.234', 'abc', '-5', '1e3', '12 千'])(
    'should leave %s for the check to name',
    (text) => {
      expect(fenOf(text)).toBe(text);
    },
  );

  it('should keep nothing for nothing', () => {
    expect(fenOf('  ')).toBeUndefined();
  });

  it('should write amounts as people read them', () => {
    expect(formatFen(120_000)).toBe('¥1,200.00');
    expect(formatFen(29, 'en')).toBe('CNY 0.29');
    expect(yuanText(120_000)).toBe('1200');
    expect(yuanText(2_360_050)).toBe('23600.50');
  });
});
