import { describe, expect, it } from '@jest/globals';
import {
  formatQueryCode,
  hashQueryCode,
  makeQueryCode,
  normalizeQueryCode,
  type QueryCodeRecord,
  tryQueryCode,
} from '../../../../server/domain/case/query-code.ts';

const NUMBER = '219921101261124000070';
const CODE = makeQueryCode(new Uint8Array([1, 33, 31, 10, 20, 30, 40, 50, 60, 70, 80, 90]));

describe('query code', () => {
  const fresh: QueryCodeRecord = {
    hash: hashQueryCode(NUMBER, CODE),
    failures: 0,
    lockedUntil: null,
  };

  it('should have twelve characters without look-alikes', () => {
    expect(CODE).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(formatQueryCode(CODE)).toBe(`${CODE.slice(0, 4)}-${CODE.slice(4, 8)}-${CODE.slice(8)}`);
    expect(() => makeQueryCode(new Uint8Array(11))).toThrow(RangeError);
  });

  it('should be read as people type it', () => {
    expect(normalizeQueryCode('o1il-abcd efgh')).toBe('0111ABCDEFGH');
    expect(tryQueryCode(fresh, NUMBER, formatQueryCode(CODE).toLowerCase(), 0).type).toBe('right');
  });

  it('should belong to one case only and be stored as a hash', () => {
    expect(fresh.hash).not.toContain(CODE);
    expect(tryQueryCode(fresh, '219921101261124000088', CODE, 0).type).toBe('wrong');
  });

  it('should lock for half an hour after five wrong tries, even for the right code', () => {
    // when
    let record = fresh;
    for (let round = 1; round <= 5; round += 1) {
      const outcome = tryQueryCode(record, NUMBER, 'WRONGWRONG00', 1_000);
      expect(outcome.type).toBe('wrong');
      if (outcome.type === 'wrong') record = outcome.record;
    }

    // then
    const until = 1_000 + 30 * 60_000;
    expect(tryQueryCode(record, NUMBER, CODE, until - 1)).toEqual({ type: 'locked', until });
    expect(tryQueryCode(record, NUMBER, CODE, until)).toEqual({
      type: 'right',
      record: { ...fresh, failures: 0 },
    });
  });

  it('should begin counting anew after a lock and after a right code', () => {
    const locked = { ...fresh, failures: 5, lockedUntil: 10 };
    expect(tryQueryCode(locked, NUMBER, 'WRONG', 11)).toMatchObject({
      record: { failures: 1, lockedUntil: null },
    });
    expect(tryQueryCode({ ...fresh, failures: 4 }, NUMBER, CODE, 0)).toMatchObject({
      record: { failures: 0 },
    });
  });
});
