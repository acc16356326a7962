import type { AccessInput } from '../../server/access/access.ts';
import type { Holding } from '../../server/access/holders.ts';
import type { PolicyRow } from '../../server/access/policy-row.ts';
import { loadOfficeTemplates } from '../../server/access/templates.ts';
import type { TerritoryUnit } from '../../server/access/territory.ts';

export const TOWN = '219921101000';
export const OTHER_TOWN = '219921102000';
export const VILLAGE = '219921101200';
export const OTHER_VILLAGE = '219921102200';
export const COUNTY = '219921000000';
export const STREET = '219902001000';
export const COMMUNITY = '219902001001';

const unit = (
  code: string,
  parentCode: string | null,
  level: TerritoryUnit['level'],
  template: string,
): TerritoryUnit => ({ code, parentCode, level, template, name: code });

/** A county with two towns and a district with a street. */
export const UNITS: readonly TerritoryUnit[] = [
  unit('219900000000', null, 'city', 'city'),
  unit(COUNTY, '219900000000', 'county', 'county'),
  unit('219902000000', '219900000000', 'county', 'county'),
  unit(TOWN, COUNTY, 'town', 'town-2016'),
  unit(OTHER_TOWN, COUNTY, 'town', 'town-2016'),
  unit(STREET, '219902000000', 'street', 'street-2016'),
  unit(VILLAGE, TOWN, 'village', 'village-2016'),
  unit(OTHER_VILLAGE, OTHER_TOWN, 'village', 'village-2016'),
  unit(COMMUNITY, STREET, 'community', 'community-2016'),
];

/** An appointment written as `user position unit`; a star marks a delegate. */
export function holding(text: string): Holding {
  const [userId = '', positionCode = '', unitCode = ''] = text.replace('*', '').split(' ');
  return { userId, positionCode, unitCode, isDelegated: text.includes('*') };
}

/** A rule written as a line of the role matrix. */
export function rule(line: string): PolicyRow {
  const [subject = '', scope, object = '', action = '', condition = '', effect] = line.split(' ');
  return {
    subject,
    scope: scope as PolicyRow['scope'],
    object,
    action,
    condition,
    effect: effect as PolicyRow['effect'],
  };
}

/** The sample rules of the role matrix. */
export const RULES: readonly PolicyRow[] = [
  'citizen any proc:temporary-relief lodge true allow',
  'village:GRD.clerk exact proc:temporary-relief lodge true allow',
  'base:relief_window subtree proc:temporary-relief lodge true allow',
  'base:relief_officer subtree proc:temporary-relief/step:accept accept notRelative allow',
  'base:relief_officer subtree proc:temporary-relief/step:visit investigate notRelative allow',
  'town:SOC.relief_review subtree proc:temporary-relief/step:review review notInvestigator allow',
  'base:leader_soc subtree proc:temporary-relief/step:approve approve amountLeDeputy&notEarlierActor allow',
  'town:LDR.mayor subtree proc:temporary-relief/step:approve approve amountLeTown&notEarlierActor allow',
  'county:CIV.dep_head subtree proc:temporary-relief/step:approve approve notEarlierActor allow',
  'base:village_any exact proc:temporary-relief/step:approve approve true deny',
  'base:village_party exact proc:temporary-relief/step:communityDecide meet fundIsCommunity&amountLeCommunity allow',
  'town:FIN.accountant subtree proc:*/step:voucher pay true allow',
  'town:FIN.cashier subtree proc:*/step:payout pay notVoucherMaker allow',
  'base:l4_reader subtree data:person.L4 view-sensitive ownsOpenTask allow',
].map(rule);

/** The people of the fixture. */
export const HOLDINGS: readonly Holding[] = [
  `clerk V.GRD.clerk ${VILLAGE}`,
  `secretary V.PTY.secretary ${VILLAGE}`,
  `relief T.SOC.relief ${TOWN}`,
  `review T.SOC.relief_review ${TOWN}`,
  `deputy T.LDR.dep_mayor_soc ${TOWN}`,
  `mayor T.LDR.mayor ${TOWN}`,
  `money T.FIN.accountant ${TOWN}`,
  `money T.FIN.cashier ${TOWN}`,
  `cashier T.FIN.cashier ${TOWN}`,
  `other-relief T.SOC.relief ${OTHER_TOWN}`,
  `county D.CIV.dep_head ${COUNTY}`,
  `director S.LDR.director ${STREET}`,
  `street-money S.GEN.accountant ${STREET}`,
  `*deputy T.LDR.mayor ${TOWN}`,
].map(holding);

/** Everything that the rules of the fixture are made from. */
export function accessInput(changes: Partial<AccessInput> = {}): AccessInput {
  return {
    templates: loadOfficeTemplates(),
    units: UNITS,
    holdings: HOLDINGS,
    policies: RULES,
    ...changes,
  };
}
