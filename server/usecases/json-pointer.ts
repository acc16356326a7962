/** The value at a JSON pointer such as `/applicant/name`; undefined when there is none. */
export function valueAt(data: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => {
      if (typeof value !== 'object' || value === null) return undefined;
      return (value as Record<string, unknown>)[key];
    }, data);
}

/** The text at a JSON pointer, or undefined when it is none or empty. */
export function textAt(data: unknown, pointer: string): string | undefined {
  const value = valueAt(data, pointer);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
