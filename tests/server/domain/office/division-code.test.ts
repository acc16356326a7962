import { describe, expect, it } from '@jest/globals';
import {
  countyCodeOf,
  readDivisionCode,
  townCodeOf,
} from '../../../../server/domain/office/division-code.ts';

describe('division code', () => {
  it.each([
    ['219900000000', 'city'],
    ['219921000000', 'county'],
    ['219921101000', 'town'],
    ['219902001000', 'street'],
    ['219921101200', 'village'],
    ['219921100001', 'community'],
    ['219921101200G01', 'village'],
  ])('should read %s as a %s', (code, level) => {
    expect(readDivisionCode(code)?.level).toBe(level);
  });

  it.each(['', '21992110100', '21992110100A', '219921000001', '219921999000', '219921101999'])(
    'should refuse %p',
    (code) => {
      expect(readDivisionCode(code)).toBeUndefined();
    },
  );

  it('should name the town and the county of a place', () => {
    expect(townCodeOf('219921101200')).toBe('219921101000');
    expect(countyCodeOf('219921101200')).toBe('219921000000');
  });
});
