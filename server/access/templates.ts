import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type OfficeTemplate, positionsOf } from '../domain/office/office-template.ts';
import { POSITION_PREFIX } from '../domain/office/org-level.ts';

/** The office templates by their key. */
export type OfficeTemplates = ReadonlyMap<string, OfficeTemplate>;

/** Reads the office templates that ship with the program. */
export function loadOfficeTemplates(
  folder = path.join(import.meta.dirname, 'templates'),
): OfficeTemplates {
  const templates = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readOfficeTemplate(fs.readFileSync(path.join(folder, name), 'utf8'), name));
  return new Map(templates.map((template) => [template.key, template]));
}

/** Reads one template; every mistake names the file. */
export function readOfficeTemplate(text: string, fileName: string): OfficeTemplate {
  const template = parse(text) as OfficeTemplate;
  const prefix = `${POSITION_PREFIX[template.level]}.`;
  const replaced = Object.values(template.variants).flatMap((it) => Object.values(it.replace));
  const offices = [...template.offices, ...replaced];
  for (const { code } of offices) {
    if (!code.startsWith(prefix)) fail(fileName, `office codes to begin with ${prefix}`, code);
  }
  const known = new Set(positionsOf(offices).map(({ code }) => code.slice(prefix.length)));
  const named = [
    ...Object.values(template.aliases),
    ...Object.values(template.baseRoles).flat(),
  ].filter((post) => post !== '*');
  for (const post of named) if (!known.has(post)) fail(fileName, 'an existing post', post);
  return template;
}

/** The base roles that each position code of the templates carries (g4 of the policy). */
export function baseRoleLinks(templates: OfficeTemplates): readonly (readonly [string, string])[] {
  return [...templates.values()].flatMap((template) => {
    const prefix = POSITION_PREFIX[template.level];
    const codes = allPositionCodes(template);
    return Object.entries(template.baseRoles).flatMap(([role, posts]) =>
      (posts.includes('*') ? codes : posts.map((post) => `${prefix}.${post}`)).map(
        (code) => [code, `base:${role}`] as const,
      ),
    );
  });
}

/** Every position code that a template can give, variants and flexible offices included. */
export function allPositionCodes(template: OfficeTemplate): readonly string[] {
  const replaced = Object.values(template.variants).flatMap((it) => Object.values(it.replace));
  const codes = positionsOf([...template.offices, ...replaced]).map(({ code }) => code);
  const { flexible } = template;
  if (flexible === undefined) return codes;
  return [...codes, ...Object.keys(flexible.positions).map((key) => `${flexible.code}.${key}`)];
}

function fail(fileName: string, expected: string, found: string): never {
  throw new Error(`Expected ${expected} in ${fileName}, but found ${found}`);
}
