import { describe, expect, it } from '@jest/globals';
import { isVisible } from '../../../forms/theme/form-context.ts';

describe('form context', () => {
  it.each([
    ['/applicant', true],
    ['/applicant/name', true],
    ['/applicant/mobile', false],
    ['/applicantName', false],
    ['/household', true],
    ['/household/0/name', true],
    ['', true],
  ])('should show %s: %s', (pointer, isShown) => {
    expect(isVisible(['/applicant/name', '/household'], pointer)).toBe(isShown);
  });

  it('should show everything where no page is asked for', () => {
    expect(isVisible(undefined, '/anything/at/all')).toBe(true);
  });
});
