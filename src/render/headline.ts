/** Number and heading of a letter, the number once. */
export function headline({ label, title }: { readonly label: string; readonly title: string }): string {
  return title.startsWith(label) ? title : `${label}: ${title}`;
}
