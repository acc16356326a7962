/** The ids of the stored files that a form's data speaks of, wherever they stand in it. */
export function attachmentIdsIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(attachmentIdsIn);
  if (typeof data !== 'object' || data === null) return [];
  if ('id' in data && 'fileName' in data && typeof data.id === 'string') return [data.id];
  return Object.values(data).flatMap(attachmentIdsIn);
}
