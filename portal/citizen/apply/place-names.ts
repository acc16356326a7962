import type { Json } from '../../../forms/schema.ts';
import { api } from '../api.ts';

/** The full names of all division codes in some data: 苇川县青芦镇芦湾村. */
export async function placeNames(data: Json): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(codesIn(data))];
  const names = await Promise.all(codes.map(async (code) => [code, await fullName(code)] as const));
  return new Map(names);
}

function codesIn(data: Json | undefined): string[] {
  if (typeof data === 'string') return /^[1-9]\d{11}$/u.test(data) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key.endsWith('Code') || typeof value === 'object' ? codesIn(value as Json) : [],
  );
}

async function fullName(code: string): Promise<string> {
  const { items } = await api.division(code);
  return items
    .filter(({ level }) => level !== 'city')
    .map(({ name }) => name)
    .join('');
}
