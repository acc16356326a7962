import { describe, expect, it } from '@jest/globals';
import type { Schema } from '../../../forms/schema.ts';
import { drawn, forCitizens, localized } from '../../../forms/theme/localized.ts';

const schema = {
  title: '申请方式',
  'x-titleEn': 'Who applies',
  type: 'string',
  oneOf: [
    { const: 'self', title: '本人', 'x-titleEn': 'The applicant' },
    { const: 'found', title: '主动发现', 'x-titleEn': 'Found', 'x-staffOnly': true },
  ],
} as Schema;

describe('localized', () => {
  it('should put English titles in place of Chinese ones', () => {
    expect(localized(schema, 'en')).toMatchObject({
      title: 'Who applies',
      oneOf: [{ title: 'The applicant' }, { title: 'Found' }],
    });
    expect(localized(schema, 'zh')).toMatchObject({ title: '申请方式' });
  });

  it('should offer citizens only what is theirs to choose', () => {
    expect(forCitizens(localized(schema, 'zh')).oneOf).toHaveLength(1);
  });

  it('should draw restrictions as no choice, and real alternatives as one', () => {
    // given
    const restricted = {
      type: 'string' as const,
      anyOf: [{ format: 'id-card' }, { minLength: 5 }],
    };
    const oneOfTwoFields = { type: 'object' as const, anyOf: [{ properties: { a: {} } }] };
    const alternatives = { anyOf: [{ title: '甲' }, { title: '乙' }] };

    // then
    expect(drawn(restricted)).toEqual({ type: 'string' });
    expect(drawn(oneOfTwoFields)).toEqual({ type: 'object' });
    expect(drawn(alternatives)).toEqual(alternatives);
  });
});
