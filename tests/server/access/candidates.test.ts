import { describe, expect, it } from '@jest/globals';
import { resolveCandidates } from '../../../server/access/candidates.ts';
import { loadOfficeTemplates } from '../../../server/access/templates.ts';
import { makeTerritory } from '../../../server/access/territory.ts';
import { COMMUNITY, COUNTY, STREET, TOWN, UNITS, VILLAGE } from '../../support/access-fixture.ts';

const offices = { territory: makeTerritory(UNITS), templates: loadOfficeTemplates() };

describe('candidates', () => {
  it('should find the posts of the village, its town and its county', () => {
    const groups = 'village:GRD.clerk, town:SOC.relief,county:CIV.officer';
    expect(resolveCandidates(groups, VILLAGE, offices)).toEqual({
      candidates: [
        { positionCode: 'V.GRD.clerk', unitCode: VILLAGE },
        { positionCode: 'T.SOC.relief', unitCode: TOWN },
        { positionCode: 'D.CIV.officer', unitCode: COUNTY },
      ],
      unresolved: [],
    });
  });

  it('should find the post of a street that does the work of a town office', () => {
    const groups = 'village:PTY.secretary,town:FIN.accountant,town:LDR.mayor,town:SOC.head';
    expect(resolveCandidates(groups, COMMUNITY, offices).candidates).toEqual([
      { positionCode: 'M.PTY.secretary', unitCode: COMMUNITY },
      { positionCode: 'S.GEN.accountant', unitCode: STREET },
      { positionCode: 'S.LDR.director', unitCode: STREET },
      { positionCode: 'S.SOC.head', unitCode: STREET },
    ]);
  });

  it('should name a post once when two groups mean it', () => {
    const groups = 'town:LDR.dep_mayor_soc,town:LDR.dep_director_soc';
    expect(resolveCandidates(groups, COMMUNITY, offices)).toEqual({
      candidates: [{ positionCode: 'S.LDR.dep_director_soc', unitCode: STREET }],
      unresolved: [],
    });
    expect(resolveCandidates(groups, VILLAGE, offices)).toEqual({
      candidates: [{ positionCode: 'T.LDR.dep_mayor_soc', unitCode: TOWN }],
      unresolved: ['town:LDR.dep_director_soc'],
    });
  });

  it('should name the groups that nobody answers to', () => {
    const groups = 'village:GRD.clerk,town:XYZ.head,anybody,T.SOC.relief';
    expect(resolveCandidates(groups, TOWN, offices)).toEqual({
      candidates: [],
      unresolved: ['village:GRD.clerk', 'town:XYZ.head', 'anybody', 'T.SOC.relief'],
    });
  });
});
