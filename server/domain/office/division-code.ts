const SHAPE = /^\d{12}$/;
const GRID_SHAPE = /^(\d{12})G\d{2}$/;

/** What the digits of a division code say (GB/T 2260 and GB/T 10114). */
export interface DivisionCode {
  readonly code12: string;
  readonly level: 'city' | 'county' | 'town' | 'street' | 'village' | 'community';
  readonly county6: string;
  readonly town3: string;
  readonly village3: string;
}

/** Reads a twelve-digit division code, or a grid code, whose division it then gives. */
export function readDivisionCode(input: string): DivisionCode | undefined {
  const code12 = GRID_SHAPE.exec(input)?.[1] ?? input;
  if (!SHAPE.test(code12)) return undefined;
  const [town, village] = [Number(code12.slice(6, 9)), Number(code12.slice(9))];
  const level = levelOf(code12, town, village);
  if (level === undefined) return undefined;
  return {
    code12,
    level,
    county6: code12.slice(0, 6),
    town3: code12.slice(6, 9),
    village3: code12.slice(9),
  };
}

/** The town or street that a division lies in. */
export function townCodeOf(code12: string): string {
  return `${code12.slice(0, 9)}000`;
}

/** The county or district that a division lies in. */
export function countyCodeOf(code12: string): string {
  return `${code12.slice(0, 6)}000000`;
}

// Streets 001-099, towns 100-199, townships 200-399; communities 001-199, villages 200-399.
function levelOf(code12: string, town: number, village: number): DivisionCode['level'] | undefined {
  if (town === 0) {
    if (village !== 0) return undefined;
    return code12.slice(4, 6) === '00' ? 'city' : 'county';
  }
  if (village > 0) return village < 200 ? 'community' : villageLevel(village);
  if (town < 100) return 'street';
  return town < 400 ? 'town' : undefined;
}

function villageLevel(village: number): 'village' | undefined {
  return village < 400 ? 'village' : undefined;
}
