// Bundles the program into dist: small files for the scripted path, the rest in chunks that load when used.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

/** What one scripted answer needs is one file: every further file costs a start a third of a millisecond. */
const scripted =
  /src\/(engine|facts|calendar|errors|json-depth|read-situation|commands\/(check|context|named-notice|say-notes)\.ts|rules\/(load|checked|read-files|rules-error)\.ts|render\/json)|date-fns/;

rmSync('dist', { recursive: true, force: true });
const output = await bundle('src/main.ts', 'dist', {
  // What `--help` shares with it stays in main.cjs.
  includeDependenciesRecursively: false,
  groups: [{ name: 'scripted', test: scripted }],
});
await bundleLibrary();
declareLibrary();
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licenses(output));
await leaveCheckedRules();

/** What `import` and `require` get: files of its own, so that the command starts as if there were no library. */
async function bundleLibrary() {
  const names = { entryFileNames: 'library.cjs', chunkFileNames: 'library-[name].cjs' };
  // Nobody may come to rely on what its chunks share.
  await bundle('src/index.ts', 'dist', undefined, names, 'strict');
  const exported = Object.keys(createRequire(import.meta.url)('./dist/library.cjs')).join(', ');
  // One copy for both: rules that one has read are rules for the other.
  writeFileSync('dist/library.mjs', `import library from './library.cjs';\nexport const { ${exported} } = library;\n`);
}

/** The declarations of the library and of what they name, once for `import` and once for `require`. */
function declareLibrary() {
  const all = 'dist/all-types';
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.types.json', '--outDir', all], { stdio: 'inherit' });
  const written = new Set();
  const write = (name) => {
    if (written.has(name)) return;
    written.add(name);
    const text = readFileSync(`${all}/${name}.d.ts`, 'utf8');
    for (const kind of ['mts', 'cts']) {
      const file = `dist/types/${name}.d.${kind}`;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text.replace(/(from '\.[^']*)\.ts'/g, `$1.${kind.replace('ts', 'js')}'`));
    }
    for (const [, path] of text.matchAll(/from '(\.[^']*)\.ts'/g)) write(join(dirname(name), path));
  };
  write('index');
  rmSync(all, { recursive: true });
}

async function bundle(input, dir, codeSplitting, named = {}, preserveEntrySignatures = 'allow-extension') {
  const build = await rolldown({
    input,
    platform: 'node',
    // jsonc-parser has a main file that no bundler can follow.
    resolve: { mainFields: ['module', 'main'] },
    preserveEntrySignatures,
    external: (id, importer) => id.startsWith('node:') && !isNeedless(id, importer),
    plugins: [withoutChildProcess()],
  });
  const names = { entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', ...named };
  const written = await build.write({ dir, format: 'cjs', ...names, minify: true, codeSplitting });
  await build.close();
  return written.output;
}

/** As long as the rules are to the byte those that are checked here, a start need not check them again. */
async function leaveCheckedRules() {
  const checker = 'dist/check';
  await bundle('src/rules/leave-checked.ts', checker);
  try {
    const { leaveChecked } = createRequire(import.meta.url)(`./${checker}/leave-checked.cjs`);
    const { stamp, bytes } = await leaveChecked('rules');
    writeFileSync('dist/rules-checked.bin', bytes);
    writeFileSync('dist/rules-stamp.json', JSON.stringify(stamp));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(checker, { recursive: true });
  }
}

/** commander wants child processes for commands that are programs of their own; here they would only cost time. */
function isNeedless(id, importer = '') {
  return id === 'node:child_process' && importer.includes('/commander/');
}

function withoutChildProcess() {
  return {
    name: 'without-child-process',
    resolveId: (id, importer) =>
      isNeedless(id, importer) ? `${import.meta.dirname}/src/no-child-process.ts` : undefined,
  };
}

function licenses(chunks) {
  const folders = chunks
    .flatMap((chunk) => Object.keys(chunk.modules ?? {}))
    .map((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1])
    .filter((folder) => folder !== undefined);
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license'];
      const file = names.find((candidate) => existsSync(`${folder}/${candidate}`));
      return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''}\n`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}
