import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { AccountRight } from '../domain/office/account-right.ts';
import { type OfficeTemplate, officesOf, positionsOf } from '../domain/office/office-template.ts';
import type { OrgLevel } from '../domain/office/org-level.ts';

/** A unit of the demo county. */
export interface DemoUnit {
  readonly code: string;
  readonly level: OrgLevel;
  readonly name: string;
  readonly short: string;
  readonly template: string;
  readonly parent?: string;
  readonly variant?: string;
  readonly address?: string;
  readonly flexible?: readonly string[];
  readonly grids?: number;
}

/** A position at a unit. */
export interface DemoPost {
  readonly positionCode: string;
  readonly unitCode: string;
}

/** A member of the demo staff, or a technical account. */
export interface DemoAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly kind: 'staff' | 'system' | 'device';
  readonly rights: readonly AccountRight[];
  readonly posts: readonly DemoPost[];
}

/** The demo county as data, always the same. */
export interface DemoCounty {
  readonly units: readonly DemoUnit[];
  readonly accounts: readonly DemoAccount[];
}

interface StaffLine {
  readonly n: number;
  readonly username: string;
  readonly name: string;
  readonly kind?: DemoAccount['kind'];
  readonly rights?: readonly AccountRight[];
  readonly posts: readonly string[];
}

/** Reads the demo county; a basic grid becomes a unit below its village or community. */
export function loadDemoCounty(folder = path.join(import.meta.dirname, 'demo')): DemoCounty {
  const read = (name: string): unknown => parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  const units = read('units.yaml') as DemoUnit[];
  const staff = read('staff.yaml') as StaffLine[];
  return {
    units: units.flatMap((unit) => [unit, ...gridsOf(unit)]),
    accounts: staff.map(accountOf),
  };
}

/** The posts that exist at a unit of the demo county; a grid has the posts of its workers only. */
export function demoPositions(
  unit: DemoUnit,
  template: OfficeTemplate,
): ReturnType<typeof positionsOf> {
  const positions = positionsOf(officesOf(template, unit.variant, unit.flexible));
  if (unit.level !== 'grid') return positions;
  return positions.filter(({ code }) => code.endsWith('.GRD.grid_worker'));
}

/** The id of a demo account, the same in every installation. */
export function demoUserId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

function accountOf({ n, username, name, kind, rights, posts }: StaffLine): DemoAccount {
  return {
    id: demoUserId(n),
    username,
    name,
    kind: kind ?? 'staff',
    rights: rights ?? [],
    posts: posts.map(postOf),
  };
}

function postOf(text: string): DemoPost {
  const [positionCode = '', unitCode = ''] = text.split('@');
  return { positionCode, unitCode };
}

function gridsOf({ code, name, template, grids = 0 }: DemoUnit): DemoUnit[] {
  return Array.from({ length: grids }, (_, at) => ({
    code: `${code}G${String(at + 1).padStart(2, '0')}`,
    level: 'grid' as const,
    name: `${name}第${at + 1}网格`,
    short: `第${at + 1}网格`,
    parent: code,
    template,
  }));
}
