import { describe, expect, it } from '@jest/globals';
import {
  birthOfIdNumber,
  idCheckDigit,
  isBankCard,
  isCalendarDate,
  isDivisionCode,
  isIdNumber,
  isMobile,
  isMoneyFen,
  isPersonName,
  isTelephone,
  passesLuhn,
} from '../../forms/formats.ts';

describe('formats', () => {
  it.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('should compute the check digit of %s', (first17, digit) => {
    expect(idCheckDigit(first17)).toBe(digit);
  });

  it.each([
    ['219921198802030012', true],
    ['219902196509170026', true],
    ['219921195206110039', true],
    ['219921201508300047', true],
    ['219902197901010056', true],
    ['11010519491231002X', true],
    ['11010519491231002x', true],
    ['219921198802030013', false],
    ['219921198802300014', false],
    ['21992119880203001', false],
    ['019921198802030012', false],
    ['2199211988020300１2', false],
  ])('should judge the identity number %s', (text, isRight) => {
    expect(isIdNumber(text)).toBe(isRight);
  });

  it('should read the birth date of a right number only', () => {
    expect(birthOfIdNumber('219921201508300047')).toBe('2015-08-30');
    expect(birthOfIdNumber('219921201508300048')).toBeUndefined();
  });

  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
  ])('should judge the date %s', (text, isRight) => {
    expect(isCalendarDate(text)).toBe(isRight);
  });

  it.each([
    ['9900001234567890013', true],
    ['9900001234567808', true],
    ['9900000000000010', true],
    ['9900001234567890014', false],
    ['99000012345', false],
  ])('should judge the bank card %s', (text, isRight) => {
    expect(isBankCard(text)).toBe(isRight);
    if (isRight) expect(passesLuhn(text)).toBe(true);
  });

  it.each([
    ['赵甲一', true],
    ['阿依古丽·买买提', true],
    ['𬱖甲', true],
    ['Anna Maria', true],
    ['赵', false],
    ['赵甲1', false],
    ['', false],
  ])('should judge the name "%s"', (text, isRight) => {
    expect(isPersonName(text)).toBe(isRight);
  });

  it.each([
    ['15400000001', true],
    ['12400000001', false],
    ['1540000000', false],
  ])('should judge the mobile number %s', (text, isRight) => {
    expect(isMobile(text)).toBe(isRight);
  });

  it.each([
    ['0427-1234567', true],
    ['02412345678', true],
    ['0427-1234567-12', true],
    ['1234567', false],
  ])('should judge the telephone %s', (text, isRight) => {
    expect(isTelephone(text)).toBe(isRight);
  });

  it.each([
    ['219921101200', true],
    ['21992110120', false],
    ['019921101200', false],
  ])('should judge the division code %s', (text, isRight) => {
    expect(isDivisionCode(text)).toBe(isRight);
  });

  it('should know money as whole fen', () => {
    expect(isMoneyFen(120_000)).toBe(true);
    expect(isMoneyFen(0.5)).toBe(false);
    expect(isMoneyFen(2 ** 60)).toBe(false);
  });
});
