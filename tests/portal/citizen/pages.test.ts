import { describe, expect, it } from '@jest/globals';
import { errorsOn, pagesOf } from '../../../portal/citizen/apply/pages.ts';
import type { FormView } from '../../../server/http/openapi.ts';

const form: FormView = {
  key: 'f',
  version: 1,
  title: { zh: '表', en: 'Form' },
  schema: {
    type: 'object',
    properties: {
      cause: { title: '原因', 'x-titleEn': 'Cause', type: 'string' },
      person: {
        title: '申请人',
        type: 'object',
        properties: { name: { title: '姓名', type: 'string' }, no: { type: 'string' } },
      },
    },
    allOf: [
      {
        if: { properties: { cause: { const: 'other' } }, required: ['cause'] },
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema is named so.
        then: { properties: { why: { title: '说明', type: 'string' } } },
      },
    ],
  },
  uiSchema: { 'ui:pageTitles': [{ zh: '出了什么事？', en: 'What happened?' }] },
  pages: [['cause'], ['why'], ['person/name', 'person/no']],
};

describe('pages', () => {
  it('should leave out a page none of whose fields applies', () => {
    expect(pagesOf(form, {}, 'zh').map(({ number }) => number)).toEqual([0, 2]);
    expect(pagesOf(form, { cause: 'other' }, 'zh').map(({ number }) => number)).toEqual([0, 1, 2]);
  });

  it('should ask the question of the form, or name the field', () => {
    const [first, second] = pagesOf(form, { cause: 'other' }, 'zh');
    expect(first).toMatchObject({ title: '出了什么事？', headedBy: '/cause' });
    expect(second).toMatchObject({ title: '说明', headedBy: '/why' });
    expect(pagesOf(form, {}, 'en')[0]?.title).toBe('What happened?');
  });

  it('should show on a page the errors of its own fields only', () => {
    // given
    const errors = [
      { path: '/person/name', message: '甲' },
      { path: '/cause', message: '乙' },
    ];
    const page = pagesOf(form, {}, 'zh')[1];

    // then
    expect(page && errorsOn(page, errors).map(({ message }) => message)).toEqual(['甲']);
  });
});
