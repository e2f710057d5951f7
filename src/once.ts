import { type Command, InvalidArgumentError, type Option } from 'commander';

/** A flag of one value that is given twice with two values is a slip; taking the last one would be a silent guess. */
export function takeOnce(command: Command): void {
  for (const option of command.options) if (hasOneValue(option)) refuseSecond(option);
  for (const each of command.commands) takeOnce(each);
}

/** Flags that may be given again and again collect their values themselves. */
function hasOneValue(option: Option): boolean {
  return option.required && (option.parseArg === undefined || option.argChoices !== undefined);
}

function refuseSecond(option: Option): void {
  const read = option.parseArg;
  let before: string | undefined;
  option.argParser((value: string) => {
    read?.(value, undefined);
    if (before !== undefined && before !== value) {
      throw new InvalidArgumentError(`It was given before as '${before}'; leave one of them out.`);
    }
    before = value;
    return value;
  });
}
