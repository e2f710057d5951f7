import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layersOf } from '../src/rules/load.ts';
import { rulePaths } from '../src/rules/read-files.ts';
import { emptyFolder, spawned } from './built.ts';
import { cli, rulesCopy } from './fake-io.ts';

const manifest = JSON.stringify({
  ...{ overlay: true, name: 'Clinic', version: '1.0.0' },
  ...{ reviewedOn: '2026-11-01', reviewBy: '2027-05-01' },
});
const changed = '{"text":{"en":{"what":"CHANGED BY CLINIC."}}}';

/** An overlay with these files. */
function overlay(files: Readonly<Record<string, string>>): string {
  const dir = emptyFolder();
  for (const [name, text] of Object.entries({ 'manifest.json': manifest, ...files })) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

/** What `rules check` and every other command say of an overlay. */
async function faultsOf(dir: string): Promise<string> {
  const checked = await cli(['rules', 'check', dir]);
  const answered = await cli(['check', '--notice', 'LT11', '--rules', dir]);
  expect({ checked: checked.code, answered: answered.code, out: answered.out }).toEqual({
    checked: 5,
    answered: 5,
    out: '',
  });
  expect(answered.err).toBe(checked.out);
  return checked.out;
}

test('a linked folder and a linked file count like those that stand there', async () => {
  const shared = emptyFolder();
  writeFileSync(join(shared, 'lt11.json'), changed);
  const linked = [overlay({}), overlay({ 'notices/.keep': '' }), overlay({ 'notices/lt11.json': changed })];
  symlinkSync(shared, join(linked[0] ?? '', 'notices'));
  symlinkSync(join(shared, 'lt11.json'), join(linked[1] ?? '', 'notices', 'lt11.json'));
  for (const dir of linked) {
    expect((await cli(['rules', 'check', dir])).code).toBe(0);
    const { out } = await cli(['check', '--rules', dir, '--notice', 'LT11', '--json', '--today', '2026-11-28']);
    expect(out).toContain('CHANGED BY CLINIC.');
  }
  const whole = rulesCopy('linked-letters');
  rmSync(join(whole, 'notices'), { recursive: true });
  symlinkSync(join(rulesCopy('letters'), 'notices'), join(whole, 'notices'));
  expect((await cli(['rules', 'check', whole])).code).toBe(0);
});

describe('nothing that looks like rules is left out without a word', () => {
  test.each(['lt11.JSON', 'lt11.json5', 'lt11.jsonc', 'lt11.json~', 'lt11.json.bak', 'lt11', 'lt11.yaml'])(
    '%s',
    async (name) => {
      expect(await faultsOf(overlay({ [`notices/${name}`]: changed }))).toMatch(
        new RegExp(
          `notices/${name.replaceAll('.', '\\.')}: is not read, because its name does not end in \\.json; mend its name, or move it elsewhere\\n$`,
        ),
      );
    },
  );

  test('links that lead nowhere, and links that lead back', async () => {
    const dir = overlay({});
    symlinkSync('nowhere', join(dir, 'notices'));
    symlinkSync('nowhere.json', join(dir, 'steps.json'));
    symlinkSync('.', join(dir, 'again'));
    const said = await faultsOf(dir);
    for (const name of ['notices', 'steps.json']) {
      expect(said).toContain(`/${name}: is a link that leads to no file and no folder; mend it or take it out\n`);
    }
    expect(said).toContain('/again: is a link to a folder that it stands in; take it out\n');
  });

  test('a pipe is no file, and is not waited for', async () => {
    const dir = overlay({});
    await spawned('mkfifo', [join(dir, 'steps.json')]);
    expect(await faultsOf(dir)).toContain('/steps.json: is no file; move it elsewhere\n');
  });

  test('notes for people, and what is hidden, are no rules', async () => {
    const dir = overlay({ 'README.md': 'x', 'notices/NOTES.md': 'x', '.git/config': 'x', '.DS_Store': 'x' });
    expect((await cli(['rules', 'check', dir])).code).toBe(0);
    expect(rulePaths(dir, false)).toEqual({ paths: ['manifest.json'], faults: [] });
  });
});

describe('what is missing is named', () => {
  test('sources.json, and the directory is no overlay', async () => {
    const dir = rulesCopy('without-sources');
    rmSync(join(dir, 'sources.json'));
    expect(layersOf([dir], 'built-in')).toEqual({ base: dir, overlays: [] });
    const { code, err } = await cli(['check', '--notice', 'LT11', '--rules', dir]);
    expect(code).toBe(5);
    expect(err).toMatch(
      /^sources\.json: is missing; a rules directory needs it; a directory that lies over others says "overlay": true/m,
    );
  });

  test('a file of an overlay whose manifest is no JSON', async () => {
    const dir = overlay({ 'manifest.json': '{ "overlay": true', 'notices/lt11.json': changed });
    expect(await faultsOf(dir)).toMatch(
      /^manifest\.json: is not valid JSON: .*\nsources\.json: is missing, and so are \d+ other files/,
    );
  });
});

test('JSON that is nested without end is one line', async () => {
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const dir = overlay({ 'notices/lt11.json': deep, 'help.json': `${'['.repeat(20_000)}${']'.repeat(20_000)}` });
  const said = await faultsOf(dir);
  expect(said.trim().split('\n')).toEqual(
    ['help', 'notices/lt11'].map((name) =>
      expect.stringMatching(new RegExp(`/${name}\\.json: is nested more than 100 levels deep;`)),
    ),
  );
  const whole = rulesCopy('deep-manifest');
  writeFileSync(join(whole, 'manifest.json'), deep);
  expect((await cli(['phone', '--rules', whole])).err).toMatch(
    /^manifest\.json: is nested more than 100 levels deep; [^\n]+\n$/,
  );
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no name of anything', async (name) => {
  for (const line of ['rules schema', 'rules show', 'notices show', 'compare', 'check --notice']) {
    const { code, out, err } = await cli([...line.split(' '), name]);
    expect({ line, code, out }).toEqual({ line, code: 2, out: '' });
    expect(err).toMatch(/^appeals-guide: [^\n]+\n$/);
  }
});
