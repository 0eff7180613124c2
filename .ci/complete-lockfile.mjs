// Completes package-lock.json with the optional platform packages that npm left out.
// Why: a registry mirror may not carry the builds for other operating systems. npm then writes a
// lock file without them and its own `npm ci` refuses that file. An entry with version, os and cpu
// is enough: npm skips it on every other platform. Run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const OS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'windows',
];
const CPU = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = lock.packages;
let added = 0;
for (const [path, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const hoisted = `node_modules/${name}`;
    if (packages[nested] || packages[hoisted] || path === '') continue;
    const words = name.split('/').pop().split('-');
    const os = words.find((w) => OS.includes(w));
    if (!os || !/^\d+\.\d+\.\d+/.test(range)) continue;
    const cpu = words.find((w) => CPU.includes(w));
    packages[hoisted] = {
      version: range,
      ...(cpu && { cpu: [cpu] }),
      ...(entry.dev && { dev: true }),
      optional: true,
      os: [os === 'windows' ? 'win32' : os],
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`completed package-lock.json: ${added} optional platform packages added\n`);
