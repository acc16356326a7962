/** PostgreSQL's texts cannot hold the character NUL: it becomes the replacement character. */
export function storableText(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}
