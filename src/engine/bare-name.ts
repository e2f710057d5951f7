/**
 * The bare form of a spelling: capitals and digits, `L` for "Letter" or "LTR" before a number, `F` for "Form". A letter
 * of another alphabet stays, as does the mark for one that could not be read: nobody knows what was meant by it.
 */
export function bareName(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^\p{L}\p{M}\p{N}\uFFFD]/gu, '');
  return bare
    .replace(/^(?:IRS|NOTICE|AVISO|LETTER|LTR|FORM|NO)+(?=(?:CP|LT|LP)\d)/, '')
    .replace(/^(?:IRS|NOTICE|AVISO)*(?:LETTER|LTR)(?:NO|NUMBER)?(?=\d)/, 'L')
    .replace(/^(?:IRS|NOTICE|AVISO)*FORM(?:NO|NUMBER)?(?=\d)/, 'F')
    .replace(/^(?:IRS|NOTICE|AVISO)+(?:NO|NUMBER)?(?=\d)/, '')
    .replace(/^(?:NO|NUMBER)(?=\d)/, '')
    .replace(/(?<=\d[A-Z]{0,2})(?:NOTICE|LETTER)$/, '');
}

const words = '(?:IRS|NOTICE|AVISO|NO)*';
const alike = new RegExp(`^${words}(CP|LT|LP|LETTER|LTR|L|FORM|F)?([0-9OIL]+)([A-Z]{0,4})$`);

/**
 * Bare forms in which O, I and l among the digits are read as 0 and 1: `CP5O4`, `LTII`. Where no digit was typed at all,
 * only after CP or LT, so that no word becomes a number.
 */
export function alikeNames(bare: string): string[] {
  const forms = [alike.exec(bare), /^()([0-9OIL]+)([A-Z]{0,4})$/.exec(bare)];
  return forms.flatMap((parts) => {
    const [, prefix = '', number = '', suffix = ''] = parts ?? [];
    if (number === '' || (!/\d/.test(number) && !/^(CP|LT|LP)$/.test(prefix))) return [];
    const digits = number.replaceAll('O', '0').replace(/[IL]/g, '1');
    const name = `${prefix}${digits}${suffix}`;
    return name === bare ? [] : [bareName(name)];
  });
}

/** A bare name without zeros before its number: 0105C. The other way round nothing is guessed: CP9 may be CP09 or CP90. */
export function withoutZeros(bare: string): string {
  return bare.replace(/^([A-Z]*)0+(?=\d)/, '$1');
}

/** A bare name in its parts, the number without zeros before it; undefined where it is no number with few letters around it. */
export function partsOf(
  bare: string,
): { readonly prefix: string; readonly number: string; readonly suffix: string } | undefined {
  const [, prefix = '', number, suffix = ''] = /^([A-Z]{0,7}?)(\d{1,6})([A-Z]{0,2})$/.exec(withoutZeros(bare)) ?? [];
  return number === undefined ? undefined : { prefix, number, suffix };
}
