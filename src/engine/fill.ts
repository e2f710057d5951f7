/** Puts values into `{name}` places. A place without a value is a fault of the rules, and the loader rejects it. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^{}]+)\}/g, (place, name: string) => values[name] ?? place);
}
