// Adds to package-lock.json the optional packages of other platforms that the registry in use could
// not serve: without their entries `npm ci` refuses the lock file. Run it after every `npm install`.
import fs from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const SYSTEMS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  wasm32: 'wasm32',
  win32: 'win32',
  windows: 'win32',
};
const PROCESSORS = [
  'arm64',
  'armv7',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
];

const lock = JSON.parse(fs.readFileSync(LOCK, 'utf8'));
let added = 0;
for (const [from, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isListed(from, name) || !/^\d/.test(version)) continue;
    const stub = describe(name, version, entry.dev === true);
    if (stub === undefined) continue;
    lock.packages[`node_modules/${name}`] = stub;
    added += 1;
  }
}
const byName = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byName));
fs.writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} optional platform packages added`);

function isListed(from, name) {
  for (let folder = from; ; ) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    const parent = folder.lastIndexOf('node_modules/');
    folder = parent > 0 ? folder.slice(0, parent - 1) : '';
  }
}

function describe(name, version, dev) {
  const system = Object.keys(SYSTEMS).find((word) => name.includes(word));
  if (system === undefined) return undefined;
  const tail = name.slice(name.indexOf(system));
  const processor = PROCESSORS.find((word) => tail.includes(word)) ?? 'none';
  const libc = /musl/.test(name) ? ['musl'] : /gnu|glibc/.test(name) ? ['glibc'] : undefined;
  return {
    version,
    cpu: [processor === 'armv7' ? 'arm' : processor],
    ...(dev ? { dev: true } : {}),
    ...(libc && SYSTEMS[system] === 'linux' ? { libc } : {}),
    optional: true,
    os: [SYSTEMS[system]],
  };
}
