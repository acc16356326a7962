// The one entry of every command in package.json that a new machine can run: it installs and builds
// what is missing, then hands over. Plain JavaScript without packages, since none may be there yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const NODE_MIN = [20, 19];
const DISK_BYTES_MIN = 1_000_000_000;
const SOURCES = ['engine', 'server', 'forms', 'processes', 'portal', 'designer'];
const BUILD_FILES = ['build.mjs', 'vite.config.ts', 'package-lock.json'];
const ESM_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const commands = {
  server: { needs: [build], run: ['--enable-source-maps', 'dist/server/main.js'] },
  engine: { needs: [build], run: ['--enable-source-maps', 'dist/engine/main.js'] },
  test: { needs: [build, findChromium], run: [...ESM_FLAGS, 'node_modules/jest/bin/jest.js'] },
  'test-zeebe': { needs: [build], run: ['--import', 'tsx', 'tests/zeebe/run.ts'] },
  bench: { needs: [build], run: ['--import', 'tsx', 'tests/performance/bench.ts'] },
};

await main(process.argv.slice(2));

async function main([first = 'server', ...rest]) {
  const known = Object.hasOwn(commands, first);
  const command = commands[known ? first : 'server'];
  checkNode();
  checkDisk();
  install();
  for (const need of command.needs) need();
  process.exitCode = await handOver([...command.run, ...(known ? rest : [first, ...rest])]);
}

function say(text) {
  process.stdout.write(`云格 · ${text}\n`);
}

/** Ends with one line that says what to do. */
function refuse(text) {
  process.stderr.write(`云格 · ${text}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = NODE_MIN;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  refuse(
    `Node ${NODE_MIN.join('.')} or newer is needed, but this is ${process.versions.node}: install Node 22 or 24.`,
  );
}

function checkDisk() {
  const { bavail, bsize } = fs.statfsSync(ROOT);
  if (bavail * bsize >= DISK_BYTES_MIN) return;
  refuse(`At least 1 GB of free disk is needed in ${ROOT}: free some space and start again.`);
}

function install() {
  const stamp = path.join(ROOT, 'node_modules', '.yunge-lock');
  const lock = hashFiles([path.join(ROOT, 'package-lock.json')]);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return;
  say('installing packages (about a minute) …');
  // Some registries lack optional packages of other platforms; `npm ci` then refuses the lock file,
  // and `npm install --no-save` installs the same versions without it being strict about those.
  const tries = [['ci'], ['install', '--no-save']];
  for (const args of tries) {
    if (npm([...args, '--no-audit', '--no-fund', '--loglevel=error'], 'development') === 0) {
      fs.writeFileSync(stamp, lock);
      return;
    }
  }
  refuse(
    'The packages could not be installed: check the network and the registry, then start again.',
  );
}

function npm(args, mode) {
  const program = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const env = { ...process.env, NODE_ENV: mode };
  return spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env }).status;
}

function build() {
  const stamp = path.join(ROOT, 'dist', '.sources');
  const sources = hashFiles([
    ...SOURCES.flatMap((folder) => filesBelow(path.join(ROOT, folder))),
    ...BUILD_FILES.map((name) => path.join(ROOT, name)),
  ]);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sources) return;
  say('building the programs (a few seconds) …');
  for (const script of ['build:server', 'build:web']) {
    if (npm(['run', '--silent', script], 'production') !== 0) {
      refuse('The build failed: see the lines above.');
    }
  }
  fs.writeFileSync(stamp, sources);
}

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    if (!fs.existsSync(file)) continue;
    hash.update(path.relative(ROOT, file)).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/** The browser tests need Chromium and a Chinese font: the system's, else Debian's when root. */
function findChromium() {
  const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const hasFont = () =>
    Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim());
  if (fs.existsSync(browser) && hasFont()) return;
  const isDebianRoot = process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
  if (isDebianRoot) {
    say('installing Chromium and a Chinese font (about a minute) …');
    const options = { stdio: ['ignore', 'ignore', 'inherit'] };
    spawnSync('apt-get', ['update', '-qq'], options);
    const packages = ['chromium', 'fonts-noto-cjk', 'fontconfig', 'poppler-utils'];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { ...options, env });
  }
  if (!fs.existsSync(browser) || !hasFont()) {
    refuse(
      'The tests need Chromium and a Chinese font: install the packages chromium and fonts-noto-cjk, or set CHROMIUM to the browser.',
    );
  }
}

/** Runs the program and leaves Ctrl-C to it, so that it can stop cleanly. */
function handOver(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
