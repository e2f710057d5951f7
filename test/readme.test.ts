import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import { renderText } from '../src/render/text.ts';
import { version } from '../src/version.ts';
import { d } from './days.ts';
import { cli, stream } from './fake-io.ts';
import { rules } from './rules.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the screen in the README is what the program says', () => {
  const [command = '', , ...shown] = /```\n\$ (.*?)\n```/s.exec(readme)?.[1]?.split('\n') ?? [];
  expect(command).toBe('appeals-guide check --notice LT11 --contact phone --notice-date 2026-11-02 --today 2026-11-10');
  const guidance = evaluate(rules, { notice: 'lt11', contact: 'phone', noticeDate: d('2026-11-02') }, d('2026-11-10'));
  const options = {
    columns: 80,
    color: false,
    plain: false,
    accessible: false,
    unicode: false,
    explain: false,
    sources: true,
  };
  const said = renderText(guidance, rules.text, options).split('\n');
  const last = shown.pop();
  expect(last).toBe('...');
  expect(shown).toEqual(said.slice(0, shown.length));
  expect(shown.length).toBeGreaterThan(14);
});

test('the table of clients in the README is what the program says', async () => {
  const [, cases = '', line = '', shown = ''] =
    /```\n(client,.*?)```\n\n```\n\$ appeals-guide (batch .*?)\n(.*?)```/s.exec(readme) ?? [];
  const ran = await cli(line.split(' '), { open: () => stream(cases), outputIsTerminal: true, env: { NO_COLOR: '1' } });
  expect(ran.out).toBe(shown);
  expect(ran.code).toBe(0);
});

test('package.json and the program name the same version', () => {
  const { version: named } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(version).toBe(named);
});
