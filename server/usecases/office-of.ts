import type { UnitRow } from './ports/office-rows.ts';
import type { Transaction } from './ports/records.ts';

/** The office that answers for a case: where to call and when it is open. */
export interface OfficeCard {
  readonly unitCode: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly hours: string;
}

/** The town's or street's office for a case. */
export async function officeOf(tx: Transaction, townCode: string): Promise<OfficeCard> {
  const unit = await tx.one('OrgUnit', { code: townCode });
  const position = await tx.one('Position', {
    unitCode: townCode,
    code: { $ilike: '%.SOC.%' },
  });
  return cardOf(unit, position?.officeName ?? '');
}

/** The card of a unit, with the name of one of its offices. */
export function cardOf(unit: UnitRow | undefined, officeName: string): OfficeCard {
  return {
    unitCode: unit?.code ?? '',
    name: `${unit?.name ?? ''}${officeName}`,
    phone: unit?.phone ?? '',
    address: unit?.address ?? '',
    hours: unit?.openHours ?? '',
  };
}
