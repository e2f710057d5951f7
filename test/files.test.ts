import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { Io, NewFile } from '../src/io.ts';
import { emptyFolder, spawned } from './built.ts';

type Write = (descriptor: number, text: string) => void;
type Files = Pick<Io, 'isDevice' | 'isInside' | 'isSameFile' | 'reread'> & {
  readonly create: (file: string, force: boolean, write: Write) => NewFile;
};

const module = join(import.meta.dirname, '..', 'bin', 'files.js');
const files: Files = createRequire(import.meta.url)(module);
const write: Write = (descriptor, text) => void writeSync(descriptor, text);
const create = (file: string, force: boolean): NewFile => files.create(file, force, write);

test('a file has its name only when it is whole, and what was there stays until then', () => {
  const folder = emptyFolder();
  const file = join(folder, 'a.txt');
  const first = create(file, false);
  first.write('one');
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.appeals-guide-\w+\.part$/)]);
  first.close();
  expect(readFileSync(file, 'utf8')).toBe('one');
  const second = create(file, true);
  second.write('tw');
  expect(readFileSync(file, 'utf8')).toBe('one');
  second.discard();
  second.discard();
  expect(readFileSync(file, 'utf8')).toBe('one');
  const third = create(file, true);
  third.write('three');
  third.close();
  expect(readFileSync(file, 'utf8')).toBe('three');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('without force no file is lost, also one that came to be there meanwhile', () => {
  const folder = emptyFolder();
  const file = join(folder, 'a.txt');
  const late = create(file, false);
  late.write('late');
  writeFileSync(file, 'before');
  expect(() => late.close()).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  expect(() => create(file, false)).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  expect(readFileSync(file, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('a file keeps its rights, and a link stays a link', () => {
  const folder = emptyFolder();
  const [file, link] = [join(folder, 'a.txt'), join(folder, 'link.txt')];
  writeFileSync(file, 'old');
  chmodSync(file, 0o600);
  symlinkSync('a.txt', link);
  const output = create(link, true);
  output.write('new');
  output.close();
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

test('a folder and a link that leads nowhere are refused', () => {
  const folder = emptyFolder();
  symlinkSync('nowhere', join(folder, 'broken'));
  expect(() => create(folder, true)).toThrow('is a folder; name a file in it');
  expect(() => create(join(folder, 'broken'), true)).toThrow('it is a link that leads nowhere');
  expect(() => create(join(folder, 'no', 'a.txt'), false)).toThrow(
    /^there is no folder ".*no"; make it first, or name another one$/,
  );
});

test('what is left of a file goes where the program ends at once', async () => {
  const folder = emptyFolder();
  const script = `const output = require(${JSON.stringify(module)}).create('a.txt', false, require('fs').writeSync);
    output.write('half'); process.exit(0)`;
  await spawned(process.execPath, ['-e', script], { cwd: folder });
  expect(readdirSync(folder)).toEqual([]);
});

test('devices, pipes and what is open already are no files', async () => {
  const folder = emptyFolder();
  const [pipe, file] = [join(folder, 'pipe'), join(folder, 'a.txt')];
  await spawned('mkfifo', [pipe]);
  writeFileSync(file, '');
  const devices = [pipe, '/dev/null', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/2'];
  expect(devices.filter((each) => !files.isDevice(each))).toEqual([]);
  expect([file, folder, join(folder, 'none'), 'dev/stdout'].filter((each) => files.isDevice(each))).toEqual([]);
});

test('two names of one file are one, and a device is none', () => {
  const folder = emptyFolder();
  const [file, link, twin] = ['a', 'link', 'twin'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(file, 'same');
  symlinkSync(file, link);
  linkSync(file, twin);
  for (const other of [file, link, twin, relative('', file)]) expect(files.isSameFile(file, other)).toBe(true);
  writeFileSync(join(folder, 'b'), 'same');
  expect(files.isSameFile(file, join(folder, 'b'))).toBe(false);
  expect(files.isSameFile(file, join(folder, 'none'))).toBe(false);
  expect(files.isSameFile('/dev/null', '/dev/null')).toBe(false);
});

test('a file is inside of a folder by whatever name', () => {
  const folder = emptyFolder();
  const rules = join(folder, 'rules');
  mkdirSync(join(rules, 'notices'), { recursive: true });
  writeFileSync(join(rules, 'steps.json'), '{}');
  symlinkSync('rules', join(folder, 'linked'));
  symlinkSync('rules/steps.json', join(folder, 'answer.json'));
  symlinkSync('rules/notices', join(folder, 'letters'));
  const inside = [
    'rules/new.json',
    'rules/notices/a.json',
    'linked/new.json',
    'letters/a.json',
    'answer.json',
    'letters/../x',
  ];
  expect(inside.filter((name) => !files.isInside(`${folder}/${name}`, rules))).toEqual([]);
  expect(inside.filter((name) => !files.isInside(`${folder}/${name}`, join(folder, 'linked')))).toEqual([]);
  expect(files.isInside(relative('', join(rules, 'a')), `${rules}/.`)).toBe(true);
  const outside = ['a.json', 'rules.json', 'rules', 'none/a.json'];
  expect(outside.filter((name) => files.isInside(`${folder}/${name}`, rules))).toEqual([]);
  expect(files.isInside(join(folder, 'a'), join(folder, 'none'))).toBe(false);
});

test('a file is made where the system would make it', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'deep', 'down'), { recursive: true });
  symlinkSync('deep/down', join(folder, 'link'));
  const output = create(`${folder}/link/../a.txt`, false);
  output.write('here');
  output.close();
  expect(readFileSync(join(folder, 'deep', 'a.txt'), 'utf8')).toBe('here');
});

test('a file is read again piece by piece', () => {
  const file = join(emptyFolder(), 'a.txt');
  writeFileSync(file, 'abcde');
  const kept = files.reread(file);
  expect([3, 3, 3].map((length) => Buffer.from(kept.next(length)).toString())).toEqual(['abc', 'de', '']);
  kept.close();
});
