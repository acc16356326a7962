import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS = 'engine|designer|forms|portal|processes|server|tests|docs';
/** A path in code marks, without a space, a placeholder or a star. */
const NAMED = new RegExp(`\`((?:${FOLDERS})/[^\`\\s*<…]*)\``, 'g');
const LINK = /(?:\]\(|<img src=")([^)"\s#]+)(?:#[^)]*)?[)"]/g;
/** The programs that read settings. */
const READERS = ['server/config.ts', 'engine/main.ts', 'server/workflow/zeebe-client.ts'];

const pages = [
  ...fs.readdirSync(ROOT).filter((name) => /^(README|CHANGELOG).*\.md$/.test(name)),
  ...fs
    .readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join('docs', name.split(path.sep).join('/'))),
];

function read(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8');
}

function missing(find: (page: string, text: string) => readonly string[]): string[] {
  return pages.flatMap((page) =>
    find(page, read(page))
      .filter((target) => !fs.existsSync(path.join(ROOT, target)))
      .map((target) => `${page}: ${target}`),
  );
}

/** The first cells of the tables, in which settings stand in code marks. */
function settingsIn(page: string): readonly string[] {
  const cells = [...read(page).matchAll(/^\| (`[A-Z][^|]*)\|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) =>
    [...cell.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name = '']) => name),
  );
}

describe('documentation', () => {
  it('should link to pages that exist', () => {
    const found = missing((page, text) =>
      [...text.matchAll(LINK)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target) => path.posix.join(path.posix.dirname(page), target)),
    );
    expect(found).toEqual([]);
  });

  it('should name files that exist', () => {
    const found = missing((_, text) => [...text.matchAll(NAMED)].map(([, target = '']) => target));
    expect(found).toEqual([]);
  });

  it('should name commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const found = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run (?:-\S+ )*([a-z][\w:]*)/g)]
        .filter(([, script = '']) => !Object.hasOwn(scripts, script))
        .map(([command]) => `${page}: ${command}`),
    );
    expect(found).toEqual([]);
  });

  it('should explain every setting, and no other', () => {
    // given
    const documented = settingsIn('docs/operating.md');
    const code = READERS.map(read).join('\n');
    const known = [
      ...code.matchAll(/\b(?:environment|env)\.([A-Z][A-Z_]+)/g),
      ...code.matchAll(/environment, '([A-Z][A-Z_]+)'/g),
    ].map(([, name = '']) => name);
    // Set for the client package, not read for us.
    const own = known.filter((name) => !/LOG_LEVEL$/.test(name) || name === 'LOG_LEVEL');

    // then
    expect(documented.length).toBeGreaterThan(0);
    expect(documented.filter((name) => !code.includes(name))).toEqual([]);
    expect(own.filter((name) => !documented.includes(name))).toEqual([]);
  });

  it('should offer in .env.example exactly what the compose file asks for', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(
      ([, name]) => name,
    );
    const offered = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...new Set(offered)].sort()).toEqual([...new Set(asked)].sort());
  });

  it('should copy into the image every folder that the server reads', () => {
    const image = read('Dockerfile');
    const start = read('server/start-server.ts');
    const folders = [...start.matchAll(/path\.join\((?:options\.)?root, ('[^)]+)\)/g)].map(
      ([, parts = '']) => parts.replaceAll(/'|\s/g, '').split(',').join('/'),
    );
    expect(folders.length).toBeGreaterThan(0);
    const copied = [...image.matchAll(/^COPY --from=build \/yunge\/(\S+)/gm)].map(
      ([, name = '']) => name,
    );
    const isCopied = (folder: string) =>
      copied.some((name) => folder === name || folder.startsWith(`${name}/`));
    expect(folders.filter((folder) => !isCopied(folder))).toEqual([]);
  });
});
