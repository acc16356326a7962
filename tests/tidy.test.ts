import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDERS = ['engine', 'designer', 'forms', 'portal', 'processes', 'server', 'tests'];
const LINES_MAX = 400;
const FUNCTION_LINES_MAX = 60;

/** Who may import whom: the longest prefix of the importing file decides (docs/architecture.md). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'engine/core': ['engine/core', 'engine/feel'],
  'engine/feel': ['engine/feel'],
  'engine/store': ['engine/store', 'engine/core'],
  'engine/broker': ['engine/broker', 'engine/core', 'engine/feel', 'engine/store/port.ts'],
  'engine/gateway': ['engine/gateway', 'engine/broker', 'engine/core'],
  'engine/index.ts': ['engine'],
  'engine/main.ts': ['engine'],
  forms: ['forms'],
  processes: ['processes', 'forms'],
  'server/domain': ['server/domain'],
  'server/usecases': ['server/usecases', 'server/domain', 'forms'],
  'server/access': ['server/access', 'server/domain'],
  'server/database': ['server/database', 'server/domain'],
  'server/documents': ['server/documents', 'server/domain'],
  'server/seed': ['server/seed', 'server/domain', 'server/database', 'server/access'],
  'server/workflow': ['server/workflow', 'server/domain', 'server/usecases'],
  'server/http': ['server/http', 'server/domain', 'server/usecases', 'forms'],
  server: ['server', 'processes', 'forms', 'engine/index.ts'],
  designer: ['designer', 'forms', 'server/http/openapi.ts'],
  portal: ['portal', 'forms', 'server/http/openapi.ts'],
  tests: FOLDERS,
};

/** Packages that belong to one place. */
const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  'bpmn-moddle': ['engine/broker/parse.ts', 'server/http', 'server/workflow', 'designer', 'tests'],
  pg: ['engine/store/postgres', 'server/database', 'tests'],
  '@mikro-orm/': ['server/database', 'tests'],
  express: ['server/http', 'tests'],
  casbin: ['server/access', 'tests'],
  '@grpc/': ['engine/gateway', 'server/workflow', 'tests'],
  react: ['forms', 'designer', 'portal', 'tests'],
  antd: ['portal/desk', 'designer', 'tests'],
};

/** The core asks the world nothing, so that a replay gives the same state. */
const BANNED_IN_CORE = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bMath\.random\b/,
  /\bsetTimeout\b/,
  /\bprocess\.(?!\.)/,
  /\bconsole\./,
  /\bawait\b/,
];

/** Each with what to write instead. */
const BANNED_EVERYWHERE: readonly (readonly [RegExp, string])[] = [
  [/\bFIXME\b|\bTODO\b/, 'an issue'],
  [/\.(only|skip|todo)\(/, 'a test that runs'],
  [/\bas any\b/, 'a type'],
  [/^\s*(export )?enum /m, 'a union of literals'],
  [/\butils?\.tsx?\b|\/utils?\//, 'a name that says what it does'],
  [/catch\s*(\([^)]*\))?\s*\{\s*\}/, 'handling of the error'],
];

/** Exceptions, each with its reason. This list may only shrink. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

/** Functions that are still too long, by file. This list may only shrink. */
const LONG_FUNCTIONS: Readonly<Record<string, string>> = {
  'portal/citizen/apply/question.tsx': 'Question',
  'portal/citizen/apply/receipt-page.tsx': 'ReceiptPage',
  'portal/citizen/track/evaluation.tsx': 'Evaluation',
};

const files = FOLDERS.flatMap((folder) => sourcesBelow(folder)).filter(
  (file) => file !== 'tests/tidy.test.ts',
);
const contents = new Map(
  files.map((file) => [file, fs.readFileSync(path.join(ROOT, file), 'utf8')]),
);

function sourcesBelow(folder: string): string[] {
  const absolute = path.join(ROOT, folder);
  if (!fs.existsSync(absolute)) return [];
  return fs
    .readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

/** The module names that a file imports, with a mark where only types are taken. */
function importsOf(file: string): { name: string; typesOnly: boolean }[] {
  const text = contents.get(file) ?? '';
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map(([, type, from, bare, dynamic]) => ({
    name: from ?? bare ?? dynamic ?? '',
    typesOnly: type !== undefined,
  }));
}

function ruleOf(file: string): readonly string[] {
  const prefixes = Object.keys(MAY_IMPORT).filter(
    (prefix) => file === prefix || file.startsWith(`${prefix}/`),
  );
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? [] : (MAY_IMPORT[longest] ?? []);
}

function isBelow(file: string, prefix: string): boolean {
  return file === prefix || file.startsWith(`${prefix}/`);
}

function offences(check: (file: string, text: string) => readonly string[]): string[] {
  return [...contents].flatMap(([file, text]) =>
    EXCEPTIONS[file] === undefined ? check(file, text).map((offence) => `${file}: ${offence}`) : [],
  );
}

describe('tidiness', () => {
  it('should keep every import inside the walls', () => {
    const found = offences((file) =>
      importsOf(file)
        .filter(({ name }) => name.startsWith('.'))
        .map(({ name }) => path.posix.join(path.posix.dirname(file), name.split('?')[0] ?? ''))
        .filter((target) => !ruleOf(file).some((prefix) => isBelow(target, prefix)))
        .map((target) => `may not import ${target}`),
    );
    expect(found).toEqual([]);
  });

  it('should keep each package in its home', () => {
    const found = offences((file) =>
      importsOf(file)
        .filter(({ name }) => !name.startsWith('.'))
        .flatMap(({ name }) => {
          const rule = Object.entries(PACKAGE_HOMES).find(
            ([home]) => name === home || name.startsWith(home.endsWith('/') ? home : `${home}/`),
          );
          return rule === undefined || rule[1].some((home) => isBelow(file, home))
            ? []
            : [`may not use ${name}`];
        }),
    );
    expect(found).toEqual([]);
  });

  it('should import only packages that package.json names', () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const known = new Set([
      ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
      ...builtinModules,
    ]);
    const packageOf = (name: string) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');
    const found = offences((file) =>
      importsOf(file)
        .filter(({ name }) => !name.startsWith('.') && !name.startsWith('node:'))
        .filter(({ name }) => !known.has(packageOf(name)))
        .map(({ name }) => `imports ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('should keep the core free of the world', () => {
    const found = offences((file, text) =>
      isBelow(file, 'engine/core')
        ? BANNED_IN_CORE.filter((word) => word.test(withoutComments(text))).map(String)
        : [],
    );
    expect(found).toEqual([]);
  });

  it('should not use banned words', () => {
    const found = offences((_, text) =>
      BANNED_EVERYWHERE.filter(([word]) => word.test(withoutComments(text))).map(
        ([word, instead]) => `${word} (write ${instead})`,
      ),
    );
    expect(found).toEqual([]);
  });

  it('should have no file that is empty, too long, or named against the rules', () => {
    const found = offences((file, text) => [
      ...(text.trim() === '' ? ['is empty'] : []),
      ...(text.split('\n').length > LINES_MAX + 1 ? [`has more than ${LINES_MAX} lines`] : []),
      ...(/^[a-z0-9.-]+$/.test(path.basename(file)) ? [] : ['is not in kebab-case']),
    ]);
    expect(found).toEqual([]);
  });

  it('should have no function that is too long', () => {
    const found = offences((file, text) =>
      longFunctions(text).filter((name) => LONG_FUNCTIONS[file] !== name),
    );
    expect(found).toEqual([]);
    const mended = Object.entries(LONG_FUNCTIONS).filter(
      ([file, name]) => !longFunctions(contents.get(file) ?? '').includes(name),
    );
    expect(mended).toEqual([]);
  });

  it('should have no source that nobody imports', () => {
    const imported = new Set(
      files.flatMap((file) =>
        importsOf(file).map(({ name }) => path.posix.join(path.posix.dirname(file), name)),
      ),
    );
    const pages = htmlEntries();
    const isEntry = (file: string) =>
      isBelow(file, 'tests') || /(^|\/)(main|index)\.tsx?$|\.d\.ts$/.test(file) || pages.has(file);
    expect(files.filter((file) => !isEntry(file) && !imported.has(file))).toEqual([]);
  });
});

/** Functions and methods by the look of the formatter: they end where their indentation comes back. */
function longFunctions(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const [, indent = '', name = ''] =
      /^(?:export )?(?:async )?()function\*? (\w+)/.exec(line) ??
      /^( {2})(?:static |async )*([#\w]+)\([^=]*\{$/.exec(line) ??
      [];
    if (name === '') return [];
    const end = lines.indexOf(`${indent}}`, start);
    return end - start + 1 > FUNCTION_LINES_MAX ? [name] : [];
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** Scripts that an HTML page starts are entries too. */
function htmlEntries(): Set<string> {
  const pages = FOLDERS.flatMap((folder) =>
    fs.existsSync(path.join(ROOT, folder))
      ? fs
          .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.html'))
          .map((name) => path.posix.join(folder, name))
      : [],
  );
  return new Set(
    pages.flatMap((page) => {
      const html = fs.readFileSync(path.join(ROOT, page), 'utf8');
      return [...html.matchAll(/src="([^"]+)"/g)].map(([, src = '']) =>
        src.startsWith('/') ? src.slice(1) : path.posix.join(path.posix.dirname(page), src),
      );
    }),
  );
}
