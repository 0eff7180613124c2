// Style and small scripts of the pages: built once at start, served under a name that follows their content.
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

export type Asset = { readonly type: string; readonly body: Uint8Array<ArrayBuffer> };

export type Assets = {
  readonly style: string;
  /** By the name of its file in `islands/`. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Serves the report page where there is no signal; its place decides what it may answer. */
  readonly reportWorker: Asset;
  /** What is served under `/aset/<name>`. */
  readonly files: ReadonlyMap<string, Asset>;
};

const HERE = import.meta.dirname;
const HASH_CHARS = 12;

const outputs = async (entry: string): Promise<Uint8Array<ArrayBuffer>> => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  return new Uint8Array(outputFiles[0]?.contents ?? []);
};

const nameOf = (stem: string, ending: string, body: Uint8Array): string =>
  `${stem}.${createHash('sha256').update(body).digest('hex').slice(0, HASH_CHARS)}.${ending}`;

export const buildAssets = async (): Promise<Assets> => {
  const files = new Map<string, Asset>();
  const css = await outputs(join(HERE, 'style', 'all.css'));
  const style = nameOf('lindung', 'css', css);
  files.set(style, { type: 'text/css; charset=utf-8', body: css });
  const scripts = new Map<string, string>();
  for (const entry of globSync(join(HERE, 'islands', '*.island.ts'))) {
    const stem = basename(entry, '.island.ts');
    const body = await outputs(entry);
    const name = nameOf(stem, 'js', body);
    scripts.set(stem, `/aset/${name}`);
    files.set(name, { type: 'text/javascript; charset=utf-8', body });
  }
  const worker = await outputs(join(HERE, 'islands', 'report.worker.ts'));
  const reportWorker = { type: 'text/javascript; charset=utf-8', body: worker };
  return { style: `/aset/${style}`, scripts, files, reportWorker };
};
