import { describe, expect, it } from '@jest/globals';
import { elementId, errorTree, pointerOf } from '../../../forms/theme/form-errors.ts';

describe('form errors', () => {
  it('should hang each sentence on its field', () => {
    // given
    const errors = [
      { path: '/applicant/idNo', message: '身份证号码不对。', messageEn: 'Wrong number.' },
      { path: '/household/0/name', message: '请填写姓名。' },
      { path: '/applicant/idNo', message: '身份证号码不对。', messageEn: 'Wrong number.' },
    ];

    // then
    expect(errorTree(errors, 'zh')).toEqual({
      applicant: { idNo: { __errors: ['身份证号码不对。'] } },
      household: { 0: { name: { __errors: ['请填写姓名。'] } } },
    });
    expect(errorTree(errors, 'en')).toMatchObject({
      applicant: { idNo: { __errors: ['Wrong number.'] } },
      household: { 0: { name: { __errors: ['请填写姓名。'] } } },
    });
  });

  it('should find the control of a place', () => {
    expect(elementId('/household/0/name')).toBe('root_household_0_name');
    expect(elementId('')).toBe('root');
    expect(pointerOf(['household', 0, 'name'])).toBe('/household/0/name');
  });
});
