import { describe, expect, it } from '@jest/globals';
import type { FormDefinition, Json, JsonObject, Schema } from '../../forms/schema.ts';
import { validateForm } from '../../forms/validate.ts';
import { loadProcesses } from '../../processes/load.ts';
import { readPaths } from './path-file.ts';

const NOW = new Date('2026-11-24T04:00:00Z');
const SCHEMA_BYTES_MAX = 256 * 1024;

const forms = [...loadProcesses().values()].flatMap((content) =>
  [...content.forms.values()].map((form) => ({
    key: form.key,
    form,
    sample: readPaths(content.key).forms[form.key],
  })),
);

/** The fields of a form with their places; those of conditions too. */
function fieldsOf(schema: Schema, place = ''): { place: string; schema: Schema }[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [
    { place: `${place}/${name}`, schema: inner },
    ...fieldsOf(inner, `${place}/${name}`),
  ]);
  const items = schema.items === undefined ? [] : fieldsOf(schema.items, `${place}/*`);
  const branches = [schema.then, schema.else, ...(schema.allOf ?? [])].flatMap((branch) =>
    branch === undefined ? [] : fieldsOf(branch, place),
  );
  return [...own, ...items, ...branches];
}

function textsOf(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value as JsonObject).flatMap(textsOf);
}

describe.each(forms)('form $key', ({ form, sample }) => {
  it('should title every field in both languages', () => {
    expect(form.title.zh).toMatch(/\p{Script=Han}/u);
    expect(form.title.en).toMatch(/^[\x20-\x7e’]+$/u);
    const untitled = fieldsOf(form.schema).filter(
      ({ schema }) => !/\p{Script=Han}/u.test(schema.title ?? '') || !schema['x-titleEn'],
    );
    expect(untitled.map(({ place }) => place)).toEqual([]);
  });

  it('should class every field, itself or by its parent', () => {
    const isClassed = (place: string) =>
      Object.keys(form.classes).some(
        (classed) => place === classed || place.startsWith(`${classed}/`),
      );
    const open = fieldsOf(form.schema).filter(({ place }) => !isClassed(place));
    expect(open.map(({ place }) => place)).toEqual([]);
  });

  it('should say its own sentence for every pattern, in words', () => {
    const silent = fieldsOf(form.schema).filter(
      ({ schema }) => schema.pattern !== undefined && schema['x-message'] === undefined,
    );
    expect(silent.map(({ place }) => place)).toEqual([]);
  });

  it('should stay small and point to no other file', () => {
    const text = JSON.stringify(form.schema);
    expect(text.length).toBeLessThan(SCHEMA_BYTES_MAX);
    expect(text).not.toContain('$ref');
  });

  it('should lay out fields that it has', () => {
    const places = new Set(fieldsOf(form.schema).map(({ place }) => place));
    const shown = form.pages.flat().filter((field) => !places.has(`/${field}`));
    expect(shown).toEqual([]);
  });

  it('should accept its sample and answer an empty form in Chinese only', () => {
    if (sample !== undefined) expect(problems(form, sample)).toEqual([]);
    const { errors } = validateForm(form, {}, { now: NOW });
    for (const { message } of errors) expect(message).toMatch(/^[^A-Za-z\\^$[\]{}]+$/u);
  });
});

describe('application for temporary relief', () => {
  const { form, sample = {} } = forms.find(({ key }) => key === 'tr-f1') ?? { form: undefined };
  const cases: readonly [string, JsonObject, readonly string[]][] = [
    ['a proxy must be named', { applyAs: 'proxy' }, ['/proxy required']],
    ['a household must be listed', { household: [] }, ['/household required']],
    ['another cause must be described', { cause: 'other' }, ['/causeOther required']],
    ['an expense needs the income', { cause: 'medical' }, ['/incomeFen required']],
    ['other help must be listed', { hasOtherHelp: true }, ['/otherHelp required']],
    ['money to an account needs the account', { bank: null }, ['/bank required']],
    ['a future cause', { causeDate: '2026-12-01' }, ['/causeDate notAfterToday']],
    ['the check needs an authority', { authorise: null }, ['/authorise required']],
    ['no declaration', { commit: false }, ['/commit const']],
  ];

  it.each(cases)('should refuse: %s', (_, changes, found) => {
    if (form === undefined) throw new Error('Expected the form tr-f1');
    const data = Object.fromEntries(
      Object.entries({ ...sample, ...changes }).filter(([, value]) => value !== null),
    );
    expect(problems(form, data)).toEqual(found);
  });

  it('should not ask for the authority in an emergency', () => {
    if (form === undefined) throw new Error('Expected the form tr-f1');
    const { authorise: _, ...rest } = sample as JsonObject;
    expect(problems(form, { ...rest, emergency: true })).toEqual([]);
  });

  it('should hold no real place or person', () => {
    expect(
      textsOf(sample).filter((text) => /^\d{12}$/u.test(text) && !text.startsWith('2199')),
    ).toEqual([]);
  });
});

function problems(form: FormDefinition, data: Json): string[] {
  return validateForm(form, data, { now: NOW }).errors.map(({ path, rule }) => `${path} ${rule}`);
}
