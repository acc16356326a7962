import { describe, expect, it } from '@jest/globals';
import {
  allPositionCodes,
  baseRoleLinks,
  loadOfficeTemplates,
  readOfficeTemplate,
} from '../../../server/access/templates.ts';
import {
  checkFlexibleOffice,
  countOffices,
  type OfficeTemplate,
  officesOf,
  positionsOf,
} from '../../../server/domain/office/office-template.ts';

const templates = loadOfficeTemplates();
const template = (key: string): OfficeTemplate => {
  const found = templates.get(key);
  if (found === undefined) throw new Error(`Expected template ${key}`);
  return found;
};
const count = (key: string, kind: Parameters<typeof countOffices>[1], flexible: string[] = []) =>
  countOffices(officesOf(template(key), null, flexible), kind);

describe('office templates', () => {
  it('should give a town 7 internal offices, 3 institutions, at most 1 flexible', () => {
    expect(count('town-2016', 'internal')).toBe(7);
    expect(count('town-2016', 'institution')).toBe(3);
    expect(count('town-2016', 'flexible')).toBe(0);
    expect(count('town-2016', 'flexible', ['应急管理办公室'])).toBe(1);
  });

  it('should give a street 5 internal offices, 2 institutions, at most 1 flexible', () => {
    expect(count('street-2016', 'internal')).toBe(5);
    expect(count('street-2016', 'institution')).toBe(2);
    expect(count('street-2016', 'flexible', ['物业管理办公室'])).toBe(1);
  });

  it('should give a village two committees and two centres', () => {
    expect(count('village-2016', 'committee')).toBe(2);
    expect(count('village-2016', 'centre')).toBe(2);
    expect(count('community-2016', 'centre')).toBe(1);
  });

  it('should swap the rural building office in a county seat and still count seven', () => {
    const offices = officesOf(template('town-2016'), 'county_seat');
    expect(countOffices(offices, 'internal')).toBe(7);
    const codes = offices.map(({ code }) => code);
    expect(codes).toContain('T.URB');
    expect(codes).not.toContain('T.LIV');
    expect(() => officesOf(template('street-2016'), 'county_seat')).toThrow('Expected a variant');
  });

  it('should refuse a second flexible office, and any in a village', () => {
    expect(checkFlexibleOffice(template('town-2016'), 0)).toBeUndefined();
    expect(checkFlexibleOffice(template('town-2016'), 1)).toMatchObject({
      code: 'invalid_state',
      message: '镇(7+3+1)最多设置 1 个灵活机构,不能再增设。',
    });
    expect(checkFlexibleOffice(template('village-2016'), 0)?.code).toBe('invalid_state');
  });

  it('should write positions with their offices', () => {
    expect(positionsOf(officesOf(template('town-2016')))).toContainEqual({
      code: 'T.SOC.relief',
      name: '社会救助岗',
      officeCode: 'T.SOC',
      officeName: '社会服务办公室',
    });
    expect(allPositionCodes(template('town-2016'))).toContain('T.FLX.head');
  });

  it('should link town and street posts to the same base role', () => {
    const links = baseRoleLinks(templates).map((link) => link.join(' '));
    expect(links).toContain('T.LDR.dep_mayor_soc base:leader_soc');
    expect(links).toContain('S.LDR.dep_director_soc base:leader_soc');
    expect(links).toContain('V.GRP.leader base:village_any');
  });

  it('should name the file of a template with a post that does not exist', () => {
    const text = [
      'key: x',
      'level: town',
      'name: x',
      'offices: [{code: T.SOC, name: x, kind: internal, positions: {head: 主任}}]',
      'variants: {}',
      'aliases: {}',
      'baseRoles: {relief_officer: [SOC.relief]}',
    ].join('\n');
    expect(() => readOfficeTemplate(text, 'x.yaml')).toThrow(
      'Expected an existing post in x.yaml, but found SOC.relief',
    );
    expect(() => readOfficeTemplate(text.replace('level: town', 'level: city'), 'x.yaml')).toThrow(
      'office codes to begin with C.',
    );
  });
});
