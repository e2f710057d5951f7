// Bundles the program into dist: one small file for the scripted path, the rest in chunks that load when used.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { rolldown } from 'rolldown';

rmSync('dist', { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: 'src/main.ts', load: 'src/rules/load.ts' },
  platform: 'node',
  external: [/^node:/],
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  minify: true,
});
await bundle.close();

writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licenses(output));
// The stamp says that exactly these bytes passed the check; without it every start would check the rules again.
const { loadRules, rawDigest, readRuleTexts } = createRequire(import.meta.url)('./dist/load.cjs');
const { hash } = await loadRules('rules');
writeFileSync('dist/rules-stamp.json', `${JSON.stringify({ raw: rawDigest(readRuleTexts('rules')), hash })}\n`);

function licenses(chunks) {
  const folders = chunks
    .flatMap((chunk) => Object.keys(chunk.modules ?? {}))
    .map((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1])
    .filter((folder) => folder !== undefined);
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license'].find((candidate) =>
        existsSync(`${folder}/${candidate}`),
      );
      return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''}\n`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}
