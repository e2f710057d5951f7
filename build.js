// Bundles the program into dist: small files for the scripted path, the rest in chunks that load when used.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { rolldown } from 'rolldown';

/** What one scripted answer needs is one file: every further file costs a start a third of a millisecond. */
const scripted =
  /src\/(engine|answers|calendar|errors|read-situation|commands\/(check|context|named-notice)\.ts|rules\/(load|checked|read-files|rules-error)\.ts|render\/json)|date-fns/;

rmSync('dist', { recursive: true, force: true });
const output = await bundle('src/main.ts', 'dist', {
  // What `--help` shares with it stays in main.cjs.
  includeDependenciesRecursively: false,
  groups: [{ name: 'scripted', test: scripted }],
});
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licenses(output));
await leaveCheckedRules();

async function bundle(input, dir, codeSplitting) {
  const build = await rolldown({
    input,
    platform: 'node',
    // jsonc-parser has a main file that no bundler can follow.
    resolve: { mainFields: ['module', 'main'] },
    preserveEntrySignatures: 'allow-extension',
    external: (id, importer) => id.startsWith('node:') && !isNeedless(id, importer),
    plugins: [withoutChildProcess()],
  });
  const names = { entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' };
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
