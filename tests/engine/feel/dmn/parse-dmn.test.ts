import { describe, expect, it } from '@jest/globals';
import { parseDmn } from '../../../../engine/feel/dmn/index.ts';
import { decision, dmn, literal, requires, table } from './model.ts';

async function problemsOf(xml: string): Promise<string> {
  const drg = await parseDmn(xml);
  return drg.ok ? '' : drg.problems.map((each) => `${each.elementId}: ${each.message}`).join('\n');
}

describe('parsing DMN', () => {
  const years = ['20180521', '20191111', '20211108', '20230324', '20240513'];

  it.each(years)('should read the version of %s', async (year) => {
    const namespace = `https://www.omg.org/spec/DMN/${year}/MODEL/`;
    const drg = await parseDmn(dmn(decision('d', literal('1')), namespace));
    expect(drg).toMatchObject({ ok: true, id: 'drg', name: 'Graph' });
  });

  const refused: readonly (readonly [what: string, xml: string, message: string])[] = [
    ['what is not XML', 'nonsense', 'Expected a DMN file'],
    ['another file', '<definitions xmlns="http://example.org"/>', 'Expected a DMN file'],
    ['DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${dmn('')}`, 'without DOCTYPE'],
    [
      'ids given twice',
      dmn(decision('d', literal('1')) + decision('d', literal('2'))),
      'duplicate',
    ],
    ['unknown elements', dmn('<decision id="d" name="d"><wrong/></decision>'), 'wrong'],
    ['decisions without id', dmn('<decision name="d"/>'), "Expected Decision 'd' to have an id"],
    ['expressions that are none', dmn(decision('d', literal('1 +'))), "expression '1 +'"],
    [
      'cycles',
      dmn(
        decision('a', literal('b'), requires('Decision', 'b')) +
          decision('b', literal('a'), requires('Decision', 'a')),
      ),
      'Expected no cycle',
    ],
    [
      'requirements of nothing',
      dmn(decision('a', literal('b'), requires('Decision', 'b'))),
      "Expected 'a' to require a decision, but not 'b'",
    ],
    [
      'unknown hit policies',
      dmn(
        decision(
          'd',
          table({ hitPolicy: 'BEST', inputs: [], outputs: [{ name: 'a' }], rules: [] }),
        ),
      ),
      "Expected a hit policy, but found 'BEST'",
    ],
    [
      'rules with too few entries',
      dmn(decision('d', table({ inputs: ['x'], outputs: [{ name: 'a' }], rules: [['1']] }))),
      'but found 1 and 0',
    ],
    [
      'very deep files',
      dmn(decision('d', '<list>'.repeat(5000) + literal('1') + '</list>'.repeat(5000))),
      'Expected at most 100 levels of elements',
    ],
    ['very large files', dmn(' '.repeat(2 * 1024 * 1024)), 'Expected at most 2097152 bytes'],
  ];

  it.each(refused)('should refuse %s', async (_what, xml, message) => {
    expect(await problemsOf(xml)).toContain(message);
  });

  it('should collect all problems with their elements', async () => {
    const xml = dmn(decision('a', literal('1 +')) + decision('b', literal('* 2')));
    expect((await problemsOf(xml)).split('\n')).toHaveLength(2);
  });
});
