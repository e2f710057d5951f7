import { describe, expect, test } from 'vitest';
import { runCompare } from '../src/commands/compare.ts';
import { runNotices } from '../src/commands/notices.ts';
import type { OutputOptions } from '../src/commands/output.ts';
import { runPhone } from '../src/commands/phone.ts';
import { d } from './days.ts';
import { plainly } from './render-fixture.ts';
import { rules } from './rules.ts';

const commands = { notices: runNotices, compare: runCompare, phone: runPhone };

/** What a command wrote, and its exit code. */
function run(command: keyof typeof commands, args: string[] = [], changes: Partial<OutputOptions> = {}) {
  const said = { out: '', err: '' };
  const options: OutputOptions = {
    ...plainly,
    format: 'text',
    today: d('2026-11-10'),
    version: '0.0.0',
    write: (text) => {
      said.out += text;
    },
    ...changes,
  };
  const io = {
    err: (text: string): void => {
      said.err += text;
    },
  };
  return { ...said, code: commands[command](io, rules, args, options), ...said };
}

describe('notices', () => {
  test('lists every letter once, in order of its number', () => {
    const { notices } = JSON.parse(run('notices', [], { format: 'json' }).out);
    expect(notices).toHaveLength(Object.keys(rules.notices).length);
    const ids: string[] = notices.map(({ id }: { id: string }) => id);
    expect(ids.indexOf('cp14')).toBeLessThan(ids.indexOf('cp504'));
  });

  test('finds letters by words of the heading', () => {
    const { out, code } = run('notices', ['federal', 'tax', 'lien']);
    expect(code).toBe(0);
    expect(out).toContain('Letter 3172: ');
    expect(out).not.toContain('CP2000');
  });

  test('says so when nothing is found, and does not fail', () => {
    const { out, code } = run('notices', ['zzzzqqqq']);
    expect(code).toBe(0);
    expect(out).toBe('No letter found for these words.\n');
  });

  test('explains one letter in any spelling', () => {
    const { out, code } = run('notices', ['show', 'cp', '504']);
    expect(code).toBe(0);
    expect(out).toContain('What this letter opens');
    expect(out).toContain('Common mistake:');
  });

  test.each([[['show', 'cp5044']], [['show', 'LT12']]])('suggests a name for %j and exits 2', (args) => {
    const { out, err, code } = run('notices', args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^appeals-guide: unknown notice ".*"\. Did you mean .*\?\n$/);
  });

  test('asks for a name where none is given', () => {
    expect(run('notices', ['show'])).toMatchObject({ code: 2, out: '' });
  });

  test('shows no raw control character of what was typed', () => {
    expect(run('notices', ['show', 'x\u001b[2J']).err).not.toContain('\u001b');
  });

  test('every letter can be explained in every format', () => {
    for (const id of Object.keys(rules.notices)) {
      for (const format of ['text', 'json', 'markdown'] as const) {
        const { out, code } = run('notices', ['show', id], { format });
        expect(code).toBe(0);
        expect(out).not.toMatch(/\{[a-z]+(:[a-z-]+)?\}/);
      }
    }
  });

  test('one letter as text', async () => {
    await expect(run('notices', ['show', 'LT11']).out).toMatchFileSnapshot('golden/notices-show-lt11.txt');
  });
});

describe('compare', () => {
  test.each([
    { name: 'compare', args: [], changes: {} },
    { name: 'compare.40', args: [], changes: { columns: 40 } },
    { name: 'compare-lt11', args: ['LT11'], changes: { explain: true } },
    { name: 'compare.accessible', args: [], changes: { accessible: true } },
  ])('$name', async ({ name, args, changes }) => {
    const { out, code } = run('compare', args, changes);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test('as a Markdown table', async () => {
    await expect(run('compare', [], { format: 'markdown' }).out).toMatchFileSnapshot('golden/compare.md');
  });

  test('as JSON has every aspect for all three, and the statuses of one letter', () => {
    const general = JSON.parse(run('compare', [], { format: 'json' }).out);
    expect(general.aspects.length).toBeGreaterThanOrEqual(12);
    for (const { cap, cdp, equivalentHearing, cite } of general.aspects) {
      expect([cap, cdp, equivalentHearing].every((said) => said.length > 0)).toBe(true);
      expect(cite.length).toBeGreaterThan(0);
    }
    expect(general.programs).toBeNull();
    const lt11 = JSON.parse(run('compare', ['lt11'], { format: 'json' }).out);
    expect(lt11.notice.id).toBe('lt11');
    expect(lt11.programs.cap.status).toBe('available');
  });

  test('a table and blocks of lines say the same', () => {
    const letters = (said: string): string => [...said.replace(/\s|-/g, '')].sort().join('');
    expect(letters(run('compare').out)).toBe(letters(run('compare', [], { accessible: true }).out));
  });

  test('an unknown letter is exit 2', () => {
    expect(run('compare', ['CP9000'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('phone', () => {
  test('as text', async () => {
    await expect(run('phone').out).toMatchFileSnapshot('golden/phone.txt');
  });

  test('as Markdown', async () => {
    await expect(run('phone', [], { format: 'markdown' }).out).toMatchFileSnapshot('golden/phone.md');
  });

  test('promises no time for a call back and names no hours for the Appeals line', () => {
    const { appeals } = JSON.parse(run('phone', [], { format: 'json' }).out);
    expect(appeals.number).toBe('855-865-3401');
    const said = [...appeals.facts, ...appeals.useFor, ...appeals.notFor].join(' ');
    expect(said).not.toMatch(/24 hours|within \w+ (hours|days)|a\.m\.|p\.m\./);
  });

  test('as JSON lists exactly the sources that it cites', () => {
    const { appeals, whichCall, numbers, sources } = JSON.parse(run('phone', [], { format: 'json' }).out);
    const cited = [appeals, ...whichCall, ...numbers].flatMap(({ cite }: { cite: string[] }) => cite);
    expect(sources.map(({ id }: { id: string }) => id)).toEqual([...new Set(cited)].sort());
  });
});
