/**
 * The three engines the elements are tested in, as the system ships them: nothing is downloaded
 * (docs/decisions/0004-three-engines-without-downloads.md).
 */
import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const engines = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof engines)[number];

interface Program {
  /** What a person calls it. */
  title: string;
  /** Names looked for on PATH, in this order. */
  names: readonly string[];
  /** Places outside PATH, as globs. */
  places?: readonly string[];
  debianPackage: string;
}

const programs = {
  chromium: { title: 'Chromium', names: ['chromium', 'chromium-browser', 'google-chrome'], debianPackage: 'chromium' },
  firefox: { title: 'Firefox', names: ['firefox-esr', 'firefox'], debianPackage: 'firefox-esr' },
  miniBrowser: {
    title: 'MiniBrowser (WebKitGTK)',
    names: ['MiniBrowser'],
    places: [
      '/usr/lib/*/webkit2gtk-4.*/MiniBrowser',
      '/usr/libexec/webkit2gtk-4.*/MiniBrowser',
      '/usr/lib/*/webkitgtk-6.*/MiniBrowser',
    ],
    debianPackage: 'webkit2gtk-driver',
  },
  webkitDriver: { title: 'WebKitWebDriver', names: ['WebKitWebDriver'], debianPackage: 'webkit2gtk-driver' },
  xvfb: { title: 'Xvfb, the screen WebKitGTK draws on', names: ['Xvfb'], debianPackage: 'xvfb' },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof programs;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function look(program: Program): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const onPath = program.names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...globSync([...(program.places ?? [])])].find(isExecutable);
}

/** Path of a program; throws a sentence that names what is missing and the command that installs it. */
export function findProgram(name: ProgramName): string {
  const program: Program = programs[name];
  const path = look(program);
  if (path) return path;
  throw new Error(
    `${program.title} was not found on this machine. On Debian or Ubuntu, install it with:\n\n` +
      `  sudo apt-get install -y --no-install-recommends ${program.debianPackage}\n\n` +
      'To leave an engine out of one run, name the others: BROWSERS=chromium,firefox npm test -- elements',
  );
}

/** Engines of this run: those named in BROWSERS, else the three. */
export function wantedEngines(): Engine[] {
  const named = (process.env['BROWSERS'] || engines.join(',')).split(',').map((name) => name.trim());
  const unknown = named.filter((name) => !engines.some((engine) => engine === name));
  if (unknown.length > 0) throw new Error(`BROWSERS names ${unknown.join(', ')}; there are ${engines.join(', ')}.`);
  return engines.filter((engine) => named.includes(engine));
}

/** Chromium refuses to start its sandbox as root (a container); as a plain user it keeps it. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
