/** Number and heading of a letter, the number once. */
export function headline({ label, title }: { readonly label: string; readonly title: string }): string {
  return title.toLowerCase().startsWith(label.toLowerCase()) ? title : `${label}: ${title}`;
}
