import { describe, expect, it } from '@jest/globals';
import type { Json, Schema } from '../../forms/schema.ts';
import { todayInShanghai, validateForm } from '../../forms/validate.ts';

const NOW = new Date('2026-11-24T04:00:00Z');
const DIVISIONS = new Set(['219921101200']);

/** Each rule with a value that keeps it, one that breaks it, and what is said then. */
const RULES: readonly {
  rule: string;
  schema: Schema;
  right: Json;
  wrong: Json;
  says: string;
  at?: string;
}[] = [
  {
    rule: 'required',
    schema: { type: 'object', properties: { a: { title: '姓名' } }, required: ['a'] },
    right: { a: '赵甲' },
    wrong: { a: ' ' },
    says: '请填写姓名。',
    at: '/a',
  },
  {
    rule: 'required',
    schema: { type: 'object', properties: { a: { title: '材料' } }, required: ['a'] },
    right: { a: ['x'] },
    wrong: { a: [] },
    says: '请填写材料。',
    at: '/a',
  },
  {
    rule: 'type',
    schema: { type: 'integer', title: '人数' },
    right: 3,
    wrong: 'three',
    says: '人数填写的内容不对，请重新填写。',
  },
  {
    rule: 'const',
    schema: { type: 'boolean', const: true, title: '承诺' },
    right: true,
    wrong: false,
    says: '请勾选：承诺。',
  },
  {
    rule: 'enum',
    schema: { enum: ['a', 'b'], title: '原因' },
    right: 'a',
    wrong: 'c',
    says: '请在列出的选项中选择原因。',
  },
  {
    rule: 'oneOf',
    schema: { type: 'string', title: '原因', oneOf: [{ const: 'a' }, { const: 'b' }] },
    right: 'b',
    wrong: 'c',
    says: '请在列出的选项中选择原因。',
  },
  {
    rule: 'anyOf',
    schema: { title: '证件', anyOf: [{ const: 1 }, { const: 2 }] },
    right: 1,
    wrong: 3,
    says: '请按提示补全证件。',
  },
  {
    rule: 'not',
    schema: { title: '说明', not: { const: 'x' } },
    right: 'y',
    wrong: 'x',
    says: '说明不能这样填写，请修改。',
  },
  {
    rule: 'minLength',
    schema: { type: 'string', title: '情况', minLength: 4 },
    right: '家中失火',
    wrong: '失火',
    says: '情况请写至少4个字。',
  },
  {
    rule: 'maxLength',
    schema: { type: 'string', title: '情况', maxLength: 2 },
    right: '𬱖甲',
    wrong: '三个字',
    says: '情况最多2个字。',
  },
  {
    rule: 'pattern',
    schema: { type: 'string', title: '时间', pattern: '^[0-9]{2}$' },
    right: '22',
    wrong: '2',
    says: '时间的写法不对，请检查。',
  },
  {
    rule: 'minimum',
    schema: { type: 'integer', title: '人数', minimum: 1 },
    right: 1,
    wrong: 0,
    says: '人数不能小于1。',
  },
  {
    rule: 'maximum',
    schema: { type: 'integer', format: 'money-fen', title: '金额', maximum: 100_000 },
    right: 100_000,
    wrong: 100_001,
    says: '金额不能大于1000元。',
  },
  {
    rule: 'format',
    schema: { type: 'number', format: 'money-fen', title: '金额' },
    right: 1,
    wrong: 0.5,
    says: '金额请填写金额，最多两位小数。',
  },
  {
    rule: 'minItems',
    schema: { type: 'array', title: '人员', minItems: 2 },
    right: [1, 2],
    wrong: [1],
    says: '人员至少需要2项。',
  },
  {
    rule: 'maxItems',
    schema: { type: 'array', title: '人员', maxItems: 1 },
    right: [1],
    wrong: [1, 2],
    says: '人员最多1项。',
  },
  {
    rule: 'uniqueItems',
    schema: { type: 'array', title: '身份', uniqueItems: true },
    right: ['a', 'b'],
    wrong: ['a', 'a'],
    says: '身份有重复，请删去重复的一项。',
  },
  {
    rule: 'contains',
    schema: { type: 'array', title: '材料', contains: { const: 'id' } },
    right: ['id'],
    wrong: ['x'],
    says: '材料缺少必需的一项。',
  },
  {
    rule: 'additionalProperties',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    right: {},
    wrong: { x: 1 },
    says: '表中有不认识的内容，请刷新后重填。',
    at: '/x',
  },
  {
    rule: 'format',
    schema: { type: 'string', format: 'id-card', title: '证件' },
    right: '219921198802030012',
    wrong: '219921198802030013',
    says: '身份证号码不对，请对照证件逐位核对18位号码。',
  },
  {
    rule: 'format',
    schema: { type: 'string', format: 'bank-card', title: '账号' },
    right: '9900001234567808',
    wrong: '9900001234567809',
    says: '银行账号不对，请对照银行卡核对。',
  },
  {
    rule: 'format',
    schema: { type: 'string', format: 'cn-mobile', title: '手机' },
    right: '15400000001',
    wrong: '110',
    says: '手机号码应为11位数字，请检查。',
  },
  {
    rule: 'format',
    schema: { type: 'string', format: 'cn-phone', title: '电话' },
    right: '0427-1234567',
    wrong: '110',
    says: '固定电话请写区号和号码，例如 0427-1234567。',
  },
  {
    rule: 'format',
    schema: { type: 'string', format: 'person-name', title: '姓名' },
    right: '赵甲一',
    wrong: '赵1',
    says: '姓名请填写证件上的汉字全名，或外文姓名。',
  },
  {
    rule: 'format',
    schema: { type: 'string', format: 'date', title: '日期' },
    right: '2026-02-28',
    wrong: '2026-02-30',
    says: '日期不是有效的日期，请检查。',
  },
  {
    rule: 'format',
    schema: { type: 'string', format: 'division12', title: '居住地' },
    right: '219921101200',
    wrong: '2199',
    says: '请从列表中选择居住地。',
  },
  {
    rule: 'division',
    schema: { type: 'string', format: 'division12', title: '居住地' },
    right: '219921101200',
    wrong: '219921101299',
    says: '没有找到这个居住地，请从列表中选择。',
  },
  {
    rule: 'notAfterToday',
    schema: { type: 'string', format: 'date', title: '日期', notAfterToday: true },
    right: '2026-11-24',
    wrong: '2026-11-25',
    says: '日期不能晚于今天。',
  },
  {
    rule: 'idNumber',
    schema: {
      type: 'object',
      properties: { no: { title: '号码' } },
      idNumberWhen: { field: 'no', kind: 'kind', is: 'resident' },
    },
    right: { kind: 'passport', no: 'E1' },
    wrong: { kind: 'resident', no: 'E1' },
    says: '身份证号码不对，请对照证件逐位核对18位号码。',
    at: '/no',
  },
  {
    rule: 'atMost',
    schema: {
      type: 'object',
      properties: { a: { title: '救助金额' } },
      atMost: [{ field: 'a', limit: 'b' }],
    },
    right: { a: 2, b: 2 },
    wrong: { a: 3, b: 2 },
    says: '救助金额不能高于系统建议的上限。',
    at: '/a',
  },
  {
    rule: 'reasonBelow',
    schema: {
      type: 'object',
      properties: { why: { title: '理由' } },
      reasonBelow: { field: 'a', limit: 'b', reason: 'why' },
    },
    right: { a: 1, b: 2, why: '已有帮助' },
    wrong: { a: 1, b: 2 },
    says: '金额低于建议标准，请写明理由。',
    at: '/why',
  },
  {
    rule: 'neededUnderAge',
    schema: {
      type: 'object',
      properties: { g: { title: '监护人' } },
      neededUnderAge: { idNumber: 'no', years: 14, field: 'g' },
    },
    right: { no: '219921198802030012' },
    wrong: { no: '219921201508300047' },
    says: '未满14周岁的，请填写监护人。',
    at: '/g',
  },
  {
    rule: 'required',
    schema: {
      type: 'object',
      properties: {
        g: { type: 'object', properties: { n: { title: '姓名' } }, required: ['n'] },
      },
    },
    right: { g: { n: undefined, rest: {} } },
    wrong: { g: { rest: '父亲' } },
    says: '请填写姓名。',
    at: '/g/n',
  },
  {
    rule: 'oneNeeded',
    schema: {
      type: 'object',
      properties: { m: { title: '手机' }, t: { title: '电话' } },
      oneNeeded: ['m', 't'],
    },
    right: { t: '1' },
    wrong: {},
    says: '手机和固定电话请至少填写一个；都没有的，请勾选“没有电话”并填写联系人。',
    at: '/m',
  },
  {
    rule: 'differ',
    schema: {
      type: 'object',
      properties: { a: { title: '经办人' }, b: { title: '证明人' } },
      differ: ['a', 'b'],
    },
    right: { a: '赵甲', b: '钱乙' },
    wrong: { a: '赵甲', b: '赵甲' },
    says: '证明人不能是同一个人。',
    at: '/b',
  },
  {
    rule: 'differ',
    schema: { type: 'array', title: '调查人员', differBy: 'name' },
    right: [{ name: 'a' }, { name: 'b' }],
    wrong: [{ name: 'a' }, { name: 'a' }],
    says: '调查人员不能是同一个人。',
  },
];

describe('form validation', () => {
  const context = { now: NOW, divisions: DIVISIONS };

  it.each(RULES)(
    'should hold the rule $rule: $says',
    ({ rule, schema, right, wrong, says, at }) => {
      // when
      const accepted = validateForm({ schema }, right, context);
      const refused = validateForm({ schema }, wrong, context);

      // then
      expect(accepted.errors).toEqual([]);
      expect(refused.errors[0]).toMatchObject({ rule, message: says, path: at ?? '' });
      expect(refused.errors[0]?.messageEn).toMatch(/^[\x20-\x7e\p{Script=Han}]+$/u);
    },
  );

  it('should follow the branch of a condition', () => {
    const schema: Schema = {
      type: 'object',
      if: { properties: { kind: { const: 'x' } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema is named so.
      then: { properties: { more: { title: '说明' } }, required: ['more'] },
      else: { properties: { less: { title: '原因' } }, required: ['less'] },
    };
    const paths = (data: Json) => validateForm({ schema }, data, context).errors.map((e) => e.path);
    expect(paths({ kind: 'x' })).toEqual(['/more']);
    expect(paths({ kind: 'y' })).toEqual(['/less']);
    expect(paths({ kind: 'y', less: '1' })).toEqual([]);
  });

  it('should say each thing once for each place', () => {
    const part: Schema = { properties: { a: { title: '姓名' } }, required: ['a'] };
    const { errors } = validateForm(
      { schema: { type: 'object', allOf: [part, part] } },
      {},
      context,
    );
    expect(errors).toHaveLength(1);
  });

  it('should know the day in Shanghai', () => {
    expect(todayInShanghai(new Date('2026-11-24T15:59:59Z'))).toBe('2026-11-24');
    expect(todayInShanghai(new Date('2026-11-24T16:00:00Z'))).toBe('2026-11-25');
  });
});
