import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkBankAccount } from '../../../../server/domain/identity/bank-account.ts';
import {
  idCheckDigit,
  isLuhn,
  luhnDigit,
  usccCheckDigit,
} from '../../../../server/domain/identity/check-digits.ts';
import { ageOn, isIdNumber, readIdNumber } from '../../../../server/domain/identity/id-number.ts';
import { identityHash } from '../../../../server/domain/identity/identity-hash.ts';
import { isUscc } from '../../../../server/domain/identity/uscc.ts';

describe('identity number', () => {
  it.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('should compute the check digit of %s', (first17, check) => {
    expect(idCheckDigit(first17)).toBe(check);
    expect(isIdNumber(first17 + check)).toBe(true);
  });

  it.each([
    '219921198802030012',
    '219902196509170026',
    '219921195206110039',
    '219921201508300047',
    '219902197901010056',
  ])('should accept the demo number %s', (text) => {
    expect(isIdNumber(text)).toBe(true);
  });

  it('should read birth, gender and division, and forgive a small x', () => {
    expect(readIdNumber(' 11010519491231002x ')).toEqual({
      text: '11010519491231002X',
      division: '110105',
      birth: '1949-12-31',
      gender: 'female',
      kind: 'resident',
    });
  });

  it('should say which rule is broken', () => {
    expect(readIdNumber('21992119880203001')).toBe('shape');
    expect(readIdNumber('219921198802300012')).toBe('date');
    expect(readIdNumber('219921198802030013')).toBe('check_digit');
  });

  it('should find every single wrong digit and every swap of neighbours', () => {
    const valid = '219921198802030012';
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = String((Number(valid.charAt(at)) + shift) % 10);
        expect(isIdNumber(valid.slice(0, at) + digit + valid.slice(at + 1))).toBe(false);
      }),
      { verbose: true },
    );
  });

  it('should count full years of age', () => {
    expect(ageOn('2015-08-30', '2026-08-29')).toBe(10);
    expect(ageOn('2015-08-30', '2026-08-30')).toBe(11);
    expect(ageOn('2004-02-29', '2026-02-28')).toBe(21);
  });

  it('should give a hash that depends on the key of the installation', () => {
    const hash = identityHash('11010519491231002x', 'a');
    expect(hash).toBe(identityHash('11010519491231002X', 'a'));
    expect(hash).not.toBe(identityHash('11010519491231002X', 'b'));
  });
});

describe('unified social credit code', () => {
  it.each([
    '91350100M000100Y43',
    '11219921MB9F000199',
    '11219921MB9F000274',
    '12219921MB9F00035U',
    '54219921MB9F00043C',
    '11219900MB9F000517',
  ])('should accept %s', (text) => {
    expect(isUscc(text)).toBe(true);
  });

  it('should compute a check digit and refuse letters that do not occur', () => {
    expect(usccCheckDigit('91350100M000100Y4')).toBe('3');
    expect(isUscc('91350100M000100I43')).toBe(false);
    expect(isUscc('91350100M000100Y44')).toBe(false);
  });
});

describe('bank account', () => {
  it.each(['9900001234567890013', '9900001234567808', '9900000000000010'])(
    'should accept %s',
    (digits) => {
      expect(isLuhn(digits)).toBe(true);
      expect(checkBankAccount(digits, '银行卡')).toBe('valid');
    },
  );

  it('should refuse a wrong card and only doubt a wrong passbook', () => {
    expect(checkBankAccount('9900001234567890014', '银行卡')).toBe('invalid');
    expect(checkBankAccount('9900001234567890014', '存折')).toBe('doubtful');
    expect(checkBankAccount('99000012345', '存折')).toBe('invalid');
    expect(checkBankAccount('9900 0012 3456 7808', '银行卡')).toBe('valid');
  });

  it('should make every row of digits valid with its Luhn digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,25}$/), (digits) => {
        expect(isLuhn(digits + luhnDigit(digits))).toBe(true);
      }),
    );
  });
});
