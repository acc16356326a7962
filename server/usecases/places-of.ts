import type { CaseRow } from './ports/case-rows.ts';

/** The units that a case lies in, nearest first: village, town, county, city. */
export function placesOf(
  caseRow: Pick<CaseRow, 'unitCode' | 'townCode' | 'countyCode'>,
): readonly string[] {
  const { unitCode, townCode, countyCode } = caseRow;
  return [...new Set([unitCode, townCode, countyCode, `${countyCode.slice(0, 4)}00000000`])];
}
