import { describe, expect, it } from '@jest/globals';
import { maskSensitive } from '../../../../server/domain/identity/mask-sensitive.ts';

const classes = {
  '/applicant': 'L3',
  '/applicant/idNo': 'L4',
  '/household/*/idNo': 'L4',
  '/bank': 'L4',
  '/description': 'L4',
};

describe('masking what is highly sensitive', () => {
  it('should hide the fields of class L4 and leave the others', () => {
    const data = {
      applicant: { name: '赵甲乙', idNo: '219921198001019905' },
      household: [{ name: '钱丁甲', idNo: '219921198802030012' }],
      bank: { accountNo: '9900001234567890013', type: 'bank-card' },
      description: '住院',
      persons: 2,
    };
    expect(maskSensitive(data, classes)).toEqual({
      applicant: { name: '赵甲乙', idNo: '2199**********9905' },
      household: [{ name: '钱丁甲', idNo: '2199**********0012' }],
      bank: { accountNo: '***', type: '***' },
      description: '***',
      persons: 2,
    });
  });

  it('should hide numbers in personal data from those without a task in hand', () => {
    const data = {
      applicant: {
        name: '赵甲乙',
        mobile: '15400000001',
        liveCode: '219921101200',
        note: '证件219921198001019905，电话15400000001。',
        accountNo: '9900001234567890013',
        signature: 'data:image/png;base64,15400000001',
      },
    };
    expect(maskSensitive(data, classes, 'all')).toEqual(data);
    expect(maskSensitive(data, classes, 'none')).toEqual({
      applicant: {
        ...data.applicant,
        mobile: '154****0001',
        note: '证件2199**********9905，电话154****0001。',
        accountNo: '****0013',
      },
    });
  });

  it('should leave data without such fields as it is', () => {
    expect(maskSensitive({ text: '同意' }, classes)).toEqual({ text: '同意' });
  });
});
