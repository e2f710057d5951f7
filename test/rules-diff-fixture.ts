import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json, rulesCopy, stream } from './fake-io.ts';

// biome-ignore lint/suspicious/noExplicitAny: a file of the rules, edited by a test as its keeper would
export type File = any;

let copies = 0;

/** A copy of the rules with some files edited. */
export function edited(files: Readonly<Record<string, (data: File) => void>>): string {
  copies += 1;
  const dir = rulesCopy(`new-${copies}`);
  for (const [name, edit] of Object.entries(files)) {
    const file = join(dir, `${name}.json`);
    const data = JSON.parse(readFileSync(file, 'utf8'));
    edit(data);
    writeFileSync(file, JSON.stringify(data));
  }
  return dir;
}

export const byId = (list: File[], id: string): File => list.find((each) => each.id === id);

/** 31 days for a CDP hearing before a levy, by this letter or by an earlier one: both have to say the same. */
export function laterCdpDay(data: File): void {
  for (const id of ['levy', 'first-levy']) byId(byId(data.deadlines, 'cdp-request').terms, id).add[0].count = 31;
}

/** The comparison as JSON, against clients where lines are given. */
export async function diff(oldDir: string, newDir: string, ...lines: readonly object[]): Promise<File> {
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  const against = lines.length > 0 ? ['--against', 'clients.ndjson'] : [];
  return json(['rules', 'diff', oldDir, newDir, ...against], { open: () => stream(text) });
}
