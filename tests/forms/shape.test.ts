import { describe, expect, it } from '@jest/globals';
import type { Schema } from '../../forms/schema.ts';
import { pruned, shapeAt, shapeOf } from '../../forms/shape.ts';

const schema: Schema = {
  type: 'object',
  properties: {
    scope: { type: 'string' },
    guardian: { type: 'object', properties: { name: { type: 'string' } } },
  },
  required: ['scope'],
  allOf: [
    {
      if: { properties: { scope: { const: 'household' } }, required: ['scope'] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema is named so.
      then: {
        properties: { household: { type: 'array', items: { type: 'object' } } },
        required: ['household'],
      },
    },
  ],
};

describe('shape', () => {
  it('should merge in the branches that apply', () => {
    expect(shapeOf(schema, {}).properties).not.toHaveProperty('household');
    const shape = shapeOf(schema, { scope: 'household' });
    expect(shape.properties).toHaveProperty('household');
    expect(shape.required).toEqual(['scope', 'household']);
  });

  it('should find the schema of a place only where it applies', () => {
    expect(shapeAt(schema, { scope: 'household' }, '/household')?.type).toBe('array');
    expect(shapeAt(schema, { scope: 'individual' }, '/household')).toBeUndefined();
    expect(shapeAt(schema, {}, '/guardian/name')?.type).toBe('string');
  });

  it('should drop what was left empty and what no longer applies', () => {
    // given
    const data = { scope: 'individual', household: [{ name: '甲' }], guardian: { name: '' } };

    // then
    expect(pruned(schema, data)).toEqual({ scope: 'individual' });
  });
});
