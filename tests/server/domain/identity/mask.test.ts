import { describe, expect, it } from '@jest/globals';
import { type MaskContext, maskPersonalData } from '../../../../server/domain/identity/mask.ts';

const person = {
  name: '赵甲一',
  idNo: '219921198802030012',
  phone: '15400000001',
  address: '青芦镇芦湾村1组',
  account: '9900001234567890013',
};

describe('masks', () => {
  it.each<[MaskContext, object]>([
    ['public_notice', { name: '赵**' }],
    ['public_progress', { name: '赵**', idNo: '****************12' }],
    [
      'kiosk',
      {
        name: '赵**',
        idNo: '2199**********0012',
        phone: '154****0001',
        account: '****0013',
      },
    ],
    [
      'clerk_list',
      {
        name: '赵甲一',
        idNo: '2199**********0012',
        phone: '154****0001',
        address: '青芦镇芦湾村1组',
        account: '****0013',
      },
    ],
    ['owner', person],
  ])('should show in %s only what may be seen there', (context, shown) => {
    expect(maskPersonalData(person, context)).toEqual(shown);
  });

  it('should not tell the length of a name, and keep rare characters whole', () => {
    expect(maskPersonalData({ name: '𠮷野' }, 'public_notice')).toEqual({ name: '𠮷**' });
    expect(maskPersonalData({ name: '欧阳甲乙丙' }, 'public_notice')).toEqual({ name: '欧**' });
  });

  it('should hide what is too short to be masked', () => {
    expect(maskPersonalData({ idNo: '1234567', phone: '1234' }, 'kiosk')).toEqual({
      idNo: '*******',
      phone: '****',
    });
  });
});
