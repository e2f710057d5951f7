import * as z from 'zod';
import { type Fault, isRecord, nearest, placeOf } from './lint-fault.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const kinds: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
};

/**
 * The issues of zod in the words of somebody who keeps the file. `shape` lets a misspelt key be recognised, `data` (the
 * file as it was parsed) lets places be named by ids instead of positions.
 */
export function shapeFaults(file: string, error: z.ZodError, shape?: z.ZodType, data?: unknown): Fault[] {
  return error.issues.flatMap((issue) =>
    sayIssue(issue, shape, data).map(({ more, message }) => ({
      file,
      path: placeIn(data, [...issue.path, ...more]),
      message,
    })),
  );
}

/** Whether the rules can be put together all the same: a key too many, a text or list too long, a text of another form. */
export function isBearable(issue: Issue): boolean {
  if (issue.code === 'unrecognized_keys') return true;
  // A day that is none cannot be counted with.
  if (issue.code === 'invalid_format') return issue.format !== 'date';
  return (issue.code === 'too_big' || issue.code === 'too_small') && issue.origin === 'string';
}

/** The data without the keys that no shape knows. */
export function withoutStrangeKeys(data: unknown, error: z.ZodError): unknown {
  const strange = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [issue] : []));
  if (strange.length === 0) return data;
  const copy = structuredClone(data);
  for (const { path, keys } of strange) {
    const owner = valueAt(copy, path);
    for (const key of keys) if (isRecord(owner)) Reflect.deleteProperty(owner, key);
  }
  return copy;
}

interface Said {
  /** What follows on the path of the issue. */
  readonly more: Path;
  readonly message: string;
}

function sayIssue(issue: Issue, shape: z.ZodType | undefined, data: unknown): Said[] {
  if (issue.code === 'invalid_value' && valueAt(data, issue.path) === undefined) {
    return [{ more: [], message: `is missing: write ${listed(issue.values.map(String))}` }];
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, issue.path, shape));
  return [{ more: [], message: messageOf(issue) }];
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], data);
}

function unknownKey(key: string, path: Path, shape: z.ZodType | undefined): Said {
  const known = keysAt(shape, path);
  const near = nearest(key, known);
  const list = known.length > 0 ? `: write one of ${known.join(', ')}, or take it out` : ': take it out';
  return { more: [key], message: `unknown key "${key}"${near ? `, did you mean "${near}"?` : list}` };
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (isOwnMessage(issue.message)) return `is missing or of another kind: ${issue.message}`;
      return typeMessage(issue.expected, issue.message);
    case 'invalid_value':
      return `is not one of the known words: write ${listed(issue.values.map(String))}`;
    case 'too_small':
      return sizeMessage(issue.origin, Number(issue.minimum), 'at least', issue.inclusive !== false);
    case 'too_big':
      return sizeMessage(issue.origin, Number(issue.maximum), 'at most', issue.inclusive !== false);
    case 'invalid_format':
      return formatMessage(issue.message, issue.format, issue.pattern);
    case 'invalid_key':
      return `this key has the wrong form: ${issue.issues.map(({ message }) => message).join(', ')}`;
    case 'invalid_union':
      return isOwnMessage(issue.message) ? issue.message : `write ${listed(issue.errors.flatMap(expectedOf))}`;
    default:
      return issue.message;
  }
}

/** zod says only in its sentence what it received. */
function typeMessage(expected: string, message: string): string {
  const wanted = kinds[expected] ?? expected;
  const received = /received (\w+)$/.exec(message)?.[1];
  if (received === 'undefined') return `is missing: write ${wanted}`;
  return `is ${kinds[received ?? ''] ?? received ?? 'something else'}: write ${wanted}`;
}

function sizeMessage(origin: string, limit: number, bound: 'at least' | 'at most', isInclusive: boolean): string {
  const isFewer = bound === 'at least';
  const units: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };
  const unit = units[origin];
  if (unit === undefined) {
    const strict = isFewer ? 'more than' : 'less than';
    return `is too ${isFewer ? 'small' : 'large'}: write ${isInclusive ? bound : strict} ${limit}`;
  }
  if (isFewer && limit === 1) return 'is empty: write something here';
  return `is too ${isFewer ? 'short' : 'long'}: write ${bound} ${limit} ${unit}`;
}

function formatMessage(message: string, format: string, pattern: string | undefined): string {
  if (isOwnMessage(message)) return `has the wrong form: ${message}`;
  if (format === 'url') return 'is not a web address: write one that begins with https://';
  return `has the wrong form: write something that fits ${pattern ?? format}`;
}

/** The shapes bring sentences of their own for what is not plain from a pattern. */
function isOwnMessage(message: string): boolean {
  return !message.startsWith('Invalid');
}

function expectedOf(issues: readonly Issue[]): string[] {
  return issues.flatMap((issue) => (issue.code === 'invalid_type' ? [kinds[issue.expected] ?? issue.expected] : []));
}

function listed(words: readonly string[]): string {
  const [last, ...before] = [...new Set(words)].reverse();
  return before.length === 0 ? String(last) : `${before.reverse().join(', ')} or ${last}`;
}

/** Keys that the shape allows at a place; empty where it is not known. */
function keysAt(shape: z.ZodType | undefined, path: Path): string[] {
  let at: unknown = shape;
  for (const step of path) at = childOf(bare(at), step);
  const place = bare(at);
  if (place instanceof z.ZodObject) return Object.keys(place.shape);
  const keys = place instanceof z.ZodRecord ? place.keyType : undefined;
  return keys instanceof z.ZodEnum ? keys.options.map(String) : [];
}

function childOf(shape: unknown, step: PropertyKey): unknown {
  if (shape instanceof z.ZodObject) return shape.shape[String(step)];
  if (shape instanceof z.ZodArray) return shape.element;
  return shape instanceof z.ZodRecord ? shape.valueType : undefined;
}

function bare(shape: unknown): unknown {
  return shape instanceof z.ZodOptional || shape instanceof z.ZodNullable ? bare(shape.unwrap()) : shape;
}

/** `rows.open.when.contact`, or `rows[3].when.contact` where the third row has no id. */
function placeIn(data: unknown, path: Path): string {
  const place: string[] = [];
  let at = data;
  for (const step of path) {
    if (typeof step === 'number') {
      const entry = Array.isArray(at) ? at[step] : undefined;
      place.push(placeOf(place.pop() ?? '', step, entry));
      at = entry;
    } else {
      place.push(String(step));
      at = isRecord(at) ? at[String(step)] : undefined;
    }
  }
  return place.join('.');
}
