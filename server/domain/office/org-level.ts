/** The levels of the territory tree, from the top. */
export const ORG_LEVELS = [
  'city',
  'county',
  'town',
  'street',
  'village',
  'community',
  'grid',
] as const;

/** One level of the territory tree. */
export type OrgLevel = (typeof ORG_LEVELS)[number];

/** The first letter of the position codes of a level (T.SOC.relief); a grid has none of its own. */
export const POSITION_PREFIX: Readonly<Record<OrgLevel, string>> = {
  city: 'C',
  county: 'D',
  town: 'T',
  street: 'S',
  village: 'V',
  community: 'M',
  grid: '',
};

const TIER: Readonly<Record<OrgLevel, number>> = {
  city: 1,
  county: 2,
  town: 3,
  street: 3,
  village: 4,
  community: 4,
  grid: 5,
};

/** How deep a level stands: city 1, county 2, town or street 3, village or community 4, grid 5. */
export function tierOf(level: OrgLevel): number {
  return TIER[level];
}
