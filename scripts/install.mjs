// Installs what the project lacks before anything else can run: npm packages and, for tests, browsers and PostgreSQL.
// Plain JavaScript for Node 20.19, because it runs before the bundled Node is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs `npm ci` in a folder when its node_modules is absent or was installed from another lock file. */
export function installPackages(folder = root) {
  const marker = join(folder, 'node_modules', '.installed-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  console.log('Installing npm packages (about one minute the first time)…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    // There, npm is a script that only a shell starts.
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed; its messages are above.');
  writeFileSync(marker, lock);
}

/** What tests need from the system: a program to look for, and the Debian packages that bring it. */
const systemNeeds = [
  { name: 'Chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'], packages: ['chromium'] },
  { name: 'Firefox', programs: ['firefox-esr', 'firefox'], packages: ['firefox-esr'] },
  { name: 'WebKitGTK', programs: ['WebKitWebDriver'], packages: ['webkit2gtk-driver'] },
  { name: 'Xvfb', programs: ['Xvfb'], packages: ['xvfb', 'xauth'] },
  { name: 'PostgreSQL 15 or later', programs: ['postgres'], packages: ['postgresql'], folders: postgresFolders },
  {
    name: 'fonts for Arabic',
    files: ['/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf'],
    packages: ['fonts-noto-core', 'fonts-dejavu-core'],
  },
];

function postgresFolders() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .filter((version) => Number(version) >= 15)
    .map((version) => join(base, version, 'bin'));
}

function isPresent({ programs = [], files = [], folders = () => [] }) {
  const places = [...(process.env.PATH ?? '').split(delimiter), ...folders()];
  return (
    files.some((file) => existsSync(file)) ||
    programs.some((program) => places.some((folder) => existsSync(join(folder, program))))
  );
}

/** Installs missing browsers and PostgreSQL as root on Debian; otherwise says what is missing and how to get it. */
export function installSystemNeeds() {
  const missing = systemNeeds.filter((need) => !isPresent(need));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const packages = missing.flatMap((need) => need.packages);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!isRoot || !hasApt) {
    throw new Error(
      `The tests need ${names}, which this machine lacks.\nOn Debian or Ubuntu, install it with:\n\n  sudo ${command}\n\nthen run npm test again.`,
    );
  }
  console.log(`Installing ${names} from Debian's packages…`);
  // Tests start their own PostgreSQL on a free port: the package must not create and start one of its own.
  if (packages.includes('postgresql') && !existsSync('/etc/postgresql-common/createcluster.conf')) {
    mkdirSync('/etc/postgresql-common', { recursive: true });
    writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n');
  }
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (words) =>
    spawnSync(words[0], words.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status;
  run(['apt-get', 'update', '-q']);
  if (run(command.split(' ')) !== 0) throw new Error(`This command failed: ${command}`);
}
