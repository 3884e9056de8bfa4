/** Builds the script of a page as a web team's bundler does, in memory. */
import { build, type Rolldown } from 'vite';

export interface Bundle {
  /** Address of the script, and of the style sheets that go into the head. */
  script: string;
  styles: readonly string[];
  /** All files by address, with what the script or the styles load later. */
  files: ReadonlyMap<string, string | Uint8Array>;
}

/** `entry` is a file of this project; the addresses begin with `/name/`. */
export async function bundle(name: string, entry: string): Promise<Bundle> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    base: `/${name}/`,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      // Fonts and images stay files: a page that shows none downloads none.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { input: entry },
    },
  })) as Rolldown.RolldownOutput | [Rolldown.RolldownOutput];
  const { output } = Array.isArray(built) ? built[0] : built;
  const address = (file: string) => `/${name}/${file}`;
  const files = new Map(
    output.map((file) => [address(file.fileName), file.type === 'chunk' ? file.code : file.source]),
  );
  const styles = [...files.keys()].filter((path) => path.endsWith('.css'));
  return { script: address(output[0].fileName), styles, files };
}
