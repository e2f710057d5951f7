import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import wizard from '../rules/text/en/wizard.json' with { type: 'json' };
import { factNames } from '../src/vocabulary.ts';
import { rules } from './rules.ts';
import { words } from './wizard-fixture.ts';

const src = join(import.meta.dirname, '..', 'src');
const sources = [
  ...['interview', 'prompt'].flatMap((folder) => readdirSync(join(src, folder)).map((name) => join(folder, name))),
  ...['ask.ts', 'ask-outlet.ts'].map((name) => join('commands', name)),
].map((file) => readFileSync(join(src, file), 'utf8'));

/** Keys that are put together from a value. */
const families = /^(?:fact|review|after)\./;
const literals = new Set(sources.flatMap((source) => [...source.matchAll(/'([a-z0-9.-]+)'/gi)].map(([, key]) => key)));
const labels = Object.keys(wizard.labels).map((key) => key.replace(/^wizard\./, ''));

test('every label of the wizard is said somewhere', () => {
  expect(labels.filter((key) => !families.test(key) && !literals.has(key))).toEqual([]);
});

test('every label that the wizard says is written', () => {
  const used = sources.flatMap((source) => [...source.matchAll(/words\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''));
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter((key) => !labels.includes(key))).toEqual([]);
});

test('every fact has a short name', () => {
  for (const fact of factNames) expect(words(`fact.${fact}`)).not.toBe('');
});

test('a label that the rules lack is a bug that names it', () => {
  expect(() => words('no.such.label')).toThrow('wizard.no.such.label');
});

test('every fact has a question with a reason and sources', () => {
  expect(rules.questions.map(({ fact }) => fact).sort()).toEqual([...factNames].sort());
  for (const { why, cite } of rules.questions) {
    expect(why.en).not.toBe('');
    expect(cite).not.toEqual([]);
  }
});

test('sentences stay short, calm and free of numeric dates', () => {
  const questions = rules.questions.flatMap(({ text, why, where, options }) => [
    ...[text, why, where].flatMap((wording) => (wording ? [wording.en] : [])),
    ...(options ?? []).flatMap(({ label, hint }) => (hint ? [label.en, hint.en] : [label.en])),
  ]);
  const sentences = [...questions, ...Object.values(wizard.labels)].flatMap((text) => text.split(/(?<=[.?!:])\s+|\n/));
  expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 20)).toEqual([]);
  expect(
    sentences.filter((sentence) => /\b(?:unfortunately|please|sorry|official|must hurry)\b/i.test(sentence)),
  ).toEqual([]);
  expect(questions.filter((text) => /\d+\/\d+|\d{4}-\d\d/.test(text))).toEqual([]);
});
