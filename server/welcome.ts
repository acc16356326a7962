import { DEMO_PASSWORD } from './seed/seed-demo.ts';

/** Who may try what in the demo county, in the order in which a case meets them. */
const DEMO_PEOPLE: readonly (readonly [username: string, who: string])[] = [
  ['grid1', '芦湾村网格员（手机端上报线索）'],
  ['gridhead1', '芦湾村网格长'],
  ['clerk1', '芦湾村代办员'],
  ['village1', '芦湾村书记、主任'],
  ['window1', '青芦镇综合窗口'],
  ['relief1', '青芦镇社会救助岗'],
  ['review1', '青芦镇救助复核岗'],
  ['sochead1', '青芦镇社会服务办主任'],
  ['disclose1', '青芦镇政务公开专员'],
  ['deputy1', '青芦镇分管领导'],
  ['mayor1', '青芦镇镇长'],
  ['seal1', '青芦镇印章管理员、档案员'],
  ['accountant1', '青芦镇会计'],
  ['cashier1', '青芦镇出纳'],
  ['callback1', '青芦镇回访员'],
  ['civil1', '苇川县民政局经办人'],
  ['civilreview1', '苇川县民政局复核人'],
  ['civilhead1', '苇川县民政局分管局长'],
  ['designer1', '流程设计员'],
  ['publisher1', '流程发布员'],
];

/** What a person needs after the start: the addresses of the programs, and the demo accounts. */
export function welcome(url: string, isDemo: boolean): string {
  const addresses = [
    '云格已启动：',
    `  群众端      ${url}/citizen/`,
    `  自助终端    ${url}/terminal/`,
    `  进度查询    ${url}/track`,
    `  工作台      ${url}/desk/`,
    `  流程设计    ${url}/designer/`,
  ];
  const people = DEMO_PEOPLE.map(([username, who]) => `  ${username.padEnd(14)}${who}`);
  const demo = [`演示账号（密码都是 ${DEMO_PASSWORD}）：`, ...people];
  return [...addresses, ...(isDemo ? demo : []), '按 Ctrl-C 停止。', ''].join('\n');
}
