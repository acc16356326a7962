import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const STAFF = path.resolve(import.meta.dirname, '../../server/seed/demo/staff.yaml');
const PREFIXES: Readonly<Record<string, string>> = {
  village: 'VM',
  town: 'TS',
  county: 'D',
  city: 'C',
};

/** The units of a case, by level. */
export const CASE_UNITS: Readonly<Record<string, string>> = {
  village: '219921101200',
  town: '219921101000',
  county: '219921000000',
};

const staff = new Map<string, readonly string[]>(
  parse(readFileSync(STAFF, 'utf8')).map((person: { username: string; posts: string[] }) => [
    person.username,
    person.posts,
  ]),
);

/** Whether the demo county knows this person. */
export function isKnown(username: string): boolean {
  return staff.has(username) || username === 'citizen';
}

/** Whether a person holds, for the case of the journeys, a post that a candidate group names. */
export function holdsPost(username: string, group: string): boolean {
  const [level = '', office = ''] = group.split(':');
  const posts = staff.get(username) ?? [];
  return [...(PREFIXES[level] ?? '')].some((prefix) =>
    posts.includes(`${prefix}.${office}@${CASE_UNITS[level]}`),
  );
}
