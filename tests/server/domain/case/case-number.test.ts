import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  caseNumberSeries,
  readCaseNumber,
  writeCaseNumber,
} from '../../../../server/domain/case/case-number.ts';
import {
  documentNumberSeries,
  writeDocumentNumber,
} from '../../../../server/domain/case/document-number.ts';

describe('case number', () => {
  const parts = { county6: '219921', town3: '101', date: '2026-11-24', sequence: 7 };

  it('should have 21 digits: county, town, day, sequence, check', () => {
    const number = writeCaseNumber(parts);
    expect(number).toMatch(/^21992110126112400007\d$/);
    expect(number).toHaveLength(21);
    expect(readCaseNumber(number)).toEqual(parts);
    expect(
      readCaseNumber(`${number.slice(0, 9)} ${number.slice(9, 15)}-${number.slice(15)}`),
    ).toEqual(parts);
  });

  it('should notice one wrong digit', () => {
    const number = writeCaseNumber(parts);
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = String((Number(number.charAt(at)) + shift) % 10);
        expect(readCaseNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('should refuse a sequence that does not fit', () => {
    for (const sequence of [0, 100_000, 1.5]) {
      expect(() => writeCaseNumber({ ...parts, sequence })).toThrow(RangeError);
    }
  });

  it('should count each town and day on its own', () => {
    expect(caseNumberSeries('219921', '101', '2026-11-24')).toBe('case:219921101:2026-11-24');
  });
});

describe('document number', () => {
  it('should be written by its pattern', () => {
    const parts = { short: '青芦', year: 2026, sequence: 12 };
    expect(writeDocumentNumber('{short}救助〔{year}〕{seq}号', parts)).toBe('青芦救助〔2026〕12号');
  });

  it('should come from one series for all documents with the same pattern', () => {
    const series = documentNumberSeries('219921101000', '{short}救助〔{year}〕{seq}号', 2026);
    expect(series).toBe('document:219921101000:{short}救助〔{year}〕{seq}号:2026');
  });
});
