import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountInCapitals } from '../../../../server/domain/money/capitals.ts';
import { formatFen, parseYuan } from '../../../../server/domain/money/fen.ts';

describe('money', () => {
  it.each<[number, string]>([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [30_000, '叁佰元整'],
    [460_000, '肆仟陆佰元整'],
    [101, '壹元零壹分'],
    [123, '壹元贰角叁分'],
    [1_010, '壹拾元零壹角整'],
    [100_000, '壹仟元整'],
    [100_100, '壹仟零壹元整'],
    [1_000_000, '壹万元整'],
    [1_000_100, '壹万零壹元整'],
    [10_010_000, '壹拾万零壹佰元整'],
    [100_000_000_00, '壹亿元整'],
    [100_000_001_00, '壹亿零壹元整'],
    [123_456_789_12, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分'],
    [100_500_000_00, '壹亿零伍拾万元整'],
    [16_409_02, '壹万陆仟肆佰零玖元零贰分'],
    [107_000_53, '壹拾万柒仟元零伍角叁分'],
  ])('should write %d fen in capitals as %s', (fen, text) => {
    expect(amountInCapitals(fen)).toBe(text);
  });

  it('should refuse what is not an amount', () => {
    for (const fen of [-1, 0.5, Number.NaN, 1e18]) {
      expect(() => amountInCapitals(fen)).toThrow(RangeError);
    }
  });

  it('should print and read yuan without losing a fen', () => {
    expect(formatFen(123_456_789)).toBe('1,234,567.89');
    expect(formatFen(-5)).toBe('-0.05');
    expect(parseYuan('1,234.5')).toBe(123_450);
    expect(parseYuan('0.10')).toBe(10);
    for (const text of ['', '-1', '1.234', '1e3', '.5', '一']) {
      expect(parseYuan(text)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999_999 }), (fen) => {
        expect(parseYuan(formatFen(fen))).toBe(fen);
      }),
    );
  });

  it('should never write two zeros in a row, nor end a number in zero', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999_999_999 }), (fen) => {
        const text = amountInCapitals(fen);
        expect(text).not.toMatch(/零零|零[万亿整角]|零元(?!整$)/);
      }),
    );
  });
});
