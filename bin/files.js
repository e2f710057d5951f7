/** How answers get into files: whole, or not at all. Loaded only where a file is written. */
const fs = require('node:fs');
const { basename, dirname, join, resolve } = require('node:path');

/** Names of what this process has open already; opening them anew would begin at their start, or fail. */
const openAlready = { '/dev/stdout': 1, '/dev/stderr': 2 };

/** The descriptor that a name such as `/dev/stdout` or `/dev/fd/3` stands for. */
function descriptorOf(file) {
  const path = resolve(file);
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path)?.[1];
  return number === undefined ? openAlready[path] : Number(number);
}

/** What the system knows of a file, or undefined where there is none; `-` is standard input. */
function statusOf(file) {
  try {
    return file === '-' ? fs.fstatSync(0, { bigint: true }) : fs.statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}

const isSame = (one, other) => one !== undefined && one.dev === other?.dev && one.ino === other.ino;

/** Whether two names, or links, lead to one file that is no device. */
function isSameFile(one, other) {
  const first = statusOf(one);
  return first?.isFile() === true && isSame(first, statusOf(other));
}

/** Whether a shell has led standard output into this file. */
function isStandardOutput(file) {
  const status = statusOf(file);
  return status?.isFile() === true && isSame(status, fs.fstatSync(1, { bigint: true }));
}

/** A device, a pipe or what is open already: nothing stands there that could be lost. */
function isDevice(file) {
  if (descriptorOf(file) !== undefined) return true;
  const status = statusOf(file);
  return status !== undefined && !status.isFile() && !status.isDirectory();
}

/** A pipe or a socket with a name of its own; those under `/dev` and `/proc` are open already. */
function waitsForReader(file) {
  const status = statusOf(file);
  if (status?.isFIFO() !== true && status?.isSocket() !== true) return false;
  return !/^\/(?:dev\/(?!shm\/)|proc\/)/.test(resolve(file));
}

/** Why nothing can be written there, whatever is done first: undefined where it can. */
function placeFault(file) {
  if (waitsForReader(file))
    return 'is a pipe or a socket, which may wait for ever; name a file, or use | behind the command';
  if (isDevice(file)) return undefined;
  if (statusOf(file)?.isDirectory()) return 'is a folder; name a file in it';
  const folder = dirname(file);
  return fs.existsSync(folder) ? undefined : `there is no folder "${folder}"; make it first, or name another one`;
}

/** Whether a file stands, or would stand, inside of a folder, by whatever names the two are called. */
function isInside(file, folder) {
  const outer = statusOf(folder);
  if (outer === undefined) return false;
  return [file, realPathOf(file)].some((path) => {
    const place = path === undefined ? undefined : realPathOf(dirname(path));
    for (let inner = place; inner !== undefined; inner = inner === dirname(inner) ? undefined : dirname(inner)) {
      if (isSame(outer, statusOf(inner))) return true;
    }
    return false;
  });
}

/** As the system goes: `link/..` is the folder above that to which the link leads. */
function realPathOf(path) {
  try {
    return fs.realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function fault(code, message) {
  return Object.assign(new Error(message), { code });
}

/**
 * Opens a file for an answer. It is written beside and gets its name with `close`, so that nobody ever finds half of it,
 * and what was there before is kept until then. A device is written to at once. Throws code `EEXIST` where the file
 * exists, unless `force`.
 */
function create(file, force, write) {
  const place = placeFault(file);
  if (place !== undefined) throw fault('EINVAL', place);
  if (isDevice(file)) return openDevice(file, write);
  // A link stays a link: what it leads to is replaced.
  const isLink = fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const target = isLink ? realPathOf(file) : file;
  if (target === undefined) throw fault('ENOENT', 'it is a link that leads nowhere');
  const before = fs.statSync(target, { throwIfNoEntry: false });
  if (before && !force) throw fault('EEXIST', 'the file exists');
  if (before) fs.accessSync(target, fs.constants.W_OK);
  return openBeside(target, { mode: before?.mode, force, write });
}

function openDevice(file, write) {
  const known = descriptorOf(file);
  // Neither cut nor made: only what is there already is written to.
  const descriptor = known ?? fs.openSync(file, fs.constants.O_WRONLY | fs.constants.O_APPEND);
  const close = () => known ?? fs.closeSync(descriptor);
  return { write: (text) => write(descriptor, text), close, discard: close };
}

function openBeside(path, { mode, force, write }) {
  const folder = fs.realpathSync.native(dirname(path));
  const target = join(folder, basename(path));
  const beside = join(folder, `.appeals-guide-${Math.random().toString(36).slice(2)}.part`);
  const descriptor = fs.openSync(beside, 'wx');
  const remove = () => fs.rmSync(beside, { force: true });
  // Also where the program ends at once, because nobody reads what it says.
  process.on('exit', remove);
  let isOpen = true;
  const leave = () => {
    if (isOpen) fs.closeSync(descriptor);
    isOpen = false;
  };
  const discard = () => {
    leave();
    remove();
    process.off('exit', remove);
  };
  return {
    write: (text) => write(descriptor, text),
    close: () => {
      try {
        if (mode !== undefined) fs.fchmodSync(descriptor, mode & 0o7777);
        leave();
        name(beside, target, force);
      } finally {
        discard();
      }
    },
    discard,
  };
}

/** Gives the file its name; one that came to be there meanwhile is overwritten only with `force`. */
function name(beside, target, force) {
  if (force) return fs.renameSync(beside, target);
  try {
    fs.linkSync(beside, target);
  } catch (error) {
    // Some drives know no links.
    if (error.code === 'EEXIST' || fs.existsSync(target)) throw fault('EEXIST', `${basename(target)} exists`);
    fs.renameSync(beside, target);
  }
}

/** A file to be read again from its beginning, piece by piece. */
function reread(file) {
  const descriptor = fs.openSync(file, 'r');
  return {
    next: (length) => {
      const bytes = Buffer.alloc(length);
      let filled = 0;
      for (let read = -1; read !== 0 && filled < length; filled += read) {
        read = fs.readSync(descriptor, bytes, filled, length - filled, null);
      }
      return bytes.subarray(0, filled);
    },
    close: () => fs.closeSync(descriptor),
  };
}

module.exports = { create, isDevice, isInside, isSameFile, isStandardOutput, placeFault, reread };
