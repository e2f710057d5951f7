/** What begins a file that is no text of rows, and what to do about it. */
const signs: readonly { readonly bytes: readonly number[]; readonly says: string }[] = [
  {
    bytes: [0x50, 0x4b, 3, 4],
    says: 'is a workbook (or another packed file), not text; save the sheet as "CSV UTF-8" and give that file',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    says: 'is an old workbook, not text; save the sheet as "CSV UTF-8" and give that file',
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], says: 'is a PDF, not text; give a CSV file or JSON lines' },
];

const utf16 = 'is UTF-16, "Unicode Text"; save it as "CSV UTF-8" and try again';

/** Why a file that begins with these bytes holds no rows; undefined where it may hold some. */
export function strangeFile(head: Buffer): string | undefined {
  const [first = 1, second = 1, third = 1, fourth = 1] = head;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Without a mark: every other byte of plain English is zero.
  if (isMarked || (first === 0 && third === 0) || (second === 0 && fourth === 0)) return utf16;
  return signs.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))?.says;
}
