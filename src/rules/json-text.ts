import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { Fault } from './lint-fault.ts';

/** Keys that stand twice in one object: JSON keeps the last and loses the other without a word. */
export function doubleKeys(file: string, text: string): Fault[] {
  const faults: Fault[] = [];
  const objects: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      objects.push(new Set());
    },
    onObjectEnd: () => {
      objects.pop();
    },
    onObjectProperty: (key, _offset, _length, line) => {
      const keys = objects.at(-1);
      if (keys?.has(key)) {
        faults.push({
          file,
          path: key,
          message: `stands twice in one object, again on line ${line + 1}: keep one of them`,
        });
      }
      keys?.add(key);
    },
  });
  return faults;
}

const expectedAt: Readonly<Record<string, string>> = {
  CommaExpected: 'a comma is missing before this place',
  ColonExpected: 'a colon is missing after the key',
  PropertyNameExpected: 'a key in quotation marks is missing, or a comma stands before the }',
  ValueExpected: 'a value is missing, or a comma stands before the ]',
  CloseBraceExpected: 'a } is missing',
  CloseBracketExpected: 'a ] is missing',
  EndOfFileExpected: 'something stands after the end',
  UnexpectedEndOfString: 'a text has no closing quotation mark',
  InvalidCommentToken: 'JSON has no comments',
  InvalidEscapeCharacter: 'a backslash stands before a letter that it cannot stand before',
};

/** Where a text that is no JSON goes wrong first, and what is wrong there. */
export function syntaxFault(text: string): string {
  let first: string | undefined;
  visit(
    text,
    {
      onError: (code: ParseErrorCode, _offset, _length, line, column) => {
        const name = printParseErrorCode(code);
        first ??= `line ${line + 1}, column ${column + 1}: ${expectedAt[name] ?? 'this cannot stand here'}`;
      },
    },
    { disallowComments: true },
  );
  return first ?? 'it is empty';
}
