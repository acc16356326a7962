import type { Answers } from './form-hand.ts';

/** What the grid worker saw on patrol. */
export const CLUE: Answers = {
  who: '钱丁甲',
  address: '二组8号',
  what: '突发重大疾病',
  description: '独居老人生病多日，家中没有存款，靠邻居送饭。',
  photos: '院门口.png',
  urgency: '一般',
  consent: '同意',
};

/** The application that the clerk fills in with the family: three answers are wrong at first. */
export const APPLICATION: Answers = {
  emergency: '否',
  applyAs: '村（社区）代办',
  applicant_name: '钱丁甲',
  applicant_idNo: '219921198802030013',
  applicant_mobile: '15400000001',
  applicant_hukouCode: '219921101200',
  applicant_liveCode: '219921101200',
  applicant_liveAddr: '二组8号',
  scope: '家庭',
  household_0_name: '钱丁甲',
  household_0_relation: '本人',
  household_0_idNo: '219921198802030012',
  household_1_name: '孙丁乙',
  household_1_relation: '配偶',
  household_1_idNo: '219902197901010056',
  identity: ['以上都不是'],
  cause: '交通事故',
  causeDate: '2026-2-30',
  description: '骑车回家途中发生交通事故，住院治疗，花光了家里的积蓄。',
  lossFen: '0',
  selfPaidFen: '1200',
  hasOtherHelp: '否',
  need: ['救助金'],
  payBy: '打入账户',
  bank_type: '银行卡',
  bank_bankName: '苇川农商银行',
  bank_accountName: '钱丁甲',
  bank_accountNo: '9900001234567890012',
  identityFiles: '身份证.png',
  causeFiles: '事故认定书.png',
  expenseFiles: '住院票据.png',
  deliverBy: '电子送达（查询页面下载）',
  proxy_kind: '村（社区）代办员代办',
  proxy_name: '孙甲三',
  proxy_relation: '代办员',
  proxy_mobile: '15400000003',
  proxy_scope: '代为提交申请',
  proxy_authority: '授权书.png',
  authorise_agreed: true,
  authorise_signatures_0_name: '钱丁甲',
  authorise_signatures_0_signature: '钱丁甲',
  commit: true,
  commitSignature: '钱丁甲',
};

/** The three answers put right. */
export const CORRECTION: Answers = {
  applicant_idNo: '219921198802030012',
  causeDate: '2026-11-1',
  bank_accountNo: '9900001234567890013',
};

/** What two visitors write down in the house of the family. */
export const VISIT: Answers = {
  visitors_0_name: '沈丙二',
  visitors_0_capacity: '社会救助岗',
  visitors_0_signature: '沈丙二',
  visitors_1_name: '邹甲十',
  visitors_1_capacity: '网格长',
  visitors_1_signature: '邹甲十',
  visitedOn: '2026-11-24',
  personsMet: '钱丁甲',
  housing: '砖瓦房三间',
  living: '靠务农和打零工生活',
  cause: '交通事故',
  persons: '2',
  isBasicLiving: '否',
  lossFen: '0',
  selfPaidFen: '1200',
  otherHelpFen: '0',
  incomeFen: '20000',
  assetsConform: '是',
  childInDanger: '否',
  violence: '否',
  likelyBasicLiving: '否',
  unpaidWages: '否',
  disabledUnregistered: '否',
  conclusion: '属实',
  severity: '中',
  familySignature: '钱丁甲',
};

/** What the village committee votes on and what its minutes say. */
export const MEETING: Answers = {
  topic: '研究社区帮扶资金使用',
  heldOn: '2026-11-24',
  members: '5',
  present: '5',
  agree: '4',
  against: '1',
  abstain: '0',
  amountFen: '300',
  fund: '社区帮扶资金',
  minutes: '会议研究同意给予帮扶三百元，由两人当面发放。',
};

/** What the family was handed in cash, before two persons. */
export const CASH: Answers = {
  method: '现金',
  amountFen: '300',
  payee: '钱丁甲',
  voucherNo: 'SQ-0001',
  paidOn: '2026-11-24',
  handler: '孙甲三',
  witness: '谢甲九',
  recipientSignature: '钱丁甲',
};

/** Why relief cannot wait for the papers. */
export const DANGER: Answers = {
  danger: '房屋烧毁，一家人无处居住。',
  whyNow: '夜间气温低，当晚必须安置。',
  amountFen: '1000',
  leader: '朱丙五',
  leaderAt: '2026-11-24',
  leaderTime: '16:15',
  leaderBy: '电话',
  measures: ['备用金', '临时庇护'],
};

/** What the family said on the telephone afterwards. */
export const CALLBACK: Answers = {
  reached: '是',
  received: '是',
  amountRight: '是',
  charged: '否',
  satisfaction: '5',
};

const PLACE = {
  idType: 'resident',
  mobile: '15400000001',
  hukouCode: '219921101200',
  liveCode: '219921101200',
  liveAddr: '三组5号',
};

/** People whose cases begin over HTTP, where the screens are not the point. */
export const SOMEBODY = { ...PLACE, name: '钱甲丙', idNo: '219921198001019905' };
export const SOMEBODY_ELSE = { ...PLACE, name: '孙甲丁', idNo: '219921198802030012' };

/** The voucher as the accountant draws it up and the cashier pays it. */
export const VOUCHER: Answers = {
  method: '银行转账',
  amountFen: '1200',
  payee: '钱丁甲',
  voucherNo: 'PZ-0001',
  paidOn: '2026-11-24',
};
