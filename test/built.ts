import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll } from 'vitest';

export const checkout = join(import.meta.dirname, '..');

/** Folders of the checkout that no build needs and no package may hold. */
const leftOut = new Set(['node_modules', 'dist', '.git', 'coverage']);

/** How a program ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface SpawnOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** A folder of its own, gone after the tests of the file. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'appeals-built-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Variables that would colour the output or carry settings of the test run into the program. */
function quietEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|VITEST|NODE_OPTIONS|NODE_ENV|FORCE_COLOR|NO_COLOR)/i.test(name),
  );
  return Object.fromEntries(kept);
}

/** Runs a program to its end. */
export function spawned(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  const { cwd, env, input = '' } = options;
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd, env: { ...quietEnvironment(), ...env } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, err }));
    // A program that ends before it has read everything is no fault here.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Copies the sources, so that what is tested is what they say and not what an old build has left. */
export function copyOfSources(): string {
  const folder = join(emptyFolder(), 'project');
  mkdirSync(folder);
  cpSync(checkout, folder, {
    recursive: true,
    filter: (path) => !leftOut.has(relative(checkout, path).split(sep)[0] ?? ''),
  });
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Builds a copy of the sources. Gives the folder. Throws what the build says where it fails. */
export async function buildOfSources(): Promise<string> {
  const folder = copyOfSources();
  const { code, err } = await spawned(process.execPath, ['build.js'], { cwd: folder });
  if (code !== 0) throw new Error(err);
  return folder;
}

/** Packs a copy of the sources as it would be published. Gives the path of the tarball. */
export async function tarballOfSources(): Promise<string> {
  const [folder, target] = [copyOfSources(), emptyFolder()];
  const { code, err } = await spawned('npm', ['pack', '--pack-destination', target], { cwd: folder });
  const [tarball] = readdirSync(target);
  if (code !== 0 || tarball === undefined) throw new Error(err);
  return join(target, tarball);
}
