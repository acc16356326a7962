import type { Violation } from './check-schema.ts';
import type { Schema } from './schema.ts';

/** One sentence in both languages; `{title}` is the field's name, `{limit}` what the rule allows. */
interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const SENTENCES: Readonly<Record<string, Sentence>> = {
  required: { zh: '请填写{title}。', en: 'Enter {title}.' },
  type: { zh: '{title}填写的内容不对，请重新填写。', en: 'Enter {title} again.' },
  const: { zh: '请确认{title}。', en: 'Confirm {title}.' },
  enum: { zh: '请在列出的选项中选择{title}。', en: 'Choose {title} from the list.' },
  oneOf: { zh: '请在列出的选项中选择{title}。', en: 'Choose {title} from the list.' },
  anyOf: { zh: '请按提示补全{title}。', en: 'Complete {title}.' },
  not: { zh: '{title}不能这样填写，请修改。', en: 'Change {title}.' },
  minLength: {
    zh: '{title}请写至少{limit}个字。',
    en: '{title} needs at least {limit} characters.',
  },
  maxLength: { zh: '{title}最多{limit}个字。', en: '{title} may have at most {limit} characters.' },
  pattern: { zh: '{title}的写法不对，请检查。', en: 'Check how {title} is written.' },
  minimum: { zh: '{title}不能小于{limit}。', en: '{title} may not be below {limit}.' },
  maximum: { zh: '{title}不能大于{limit}。', en: '{title} may not be above {limit}.' },
  minItems: { zh: '{title}至少需要{limit}项。', en: '{title} needs at least {limit}.' },
  maxItems: { zh: '{title}最多{limit}项。', en: '{title} may have at most {limit}.' },
  uniqueItems: { zh: '{title}有重复，请删去重复的一项。', en: 'Remove the repeated {title}.' },
  contains: { zh: '{title}缺少必需的一项。', en: '{title} lacks a needed entry.' },
  additionalProperties: { zh: '表中有不认识的内容，请刷新后重填。', en: 'Reload and try again.' },
  notAfterToday: { zh: '{title}不能晚于今天。', en: '{title} may not be after today.' },
  division: { zh: '没有找到这个{title}，请从列表中选择。', en: 'Choose {title} from the list.' },
  idNumber: {
    zh: '身份证号码不对，请对照证件逐位核对18位号码。',
    en: 'Compare the 18 digits with the identity card.',
  },
  atMost: {
    zh: '{title}不能高于系统建议的上限。',
    en: '{title} may not be above the proposed maximum.',
  },
  reasonBelow: {
    zh: '金额低于建议标准，请写明理由。',
    en: 'The amount is below the proposal: give the reason.',
  },
  oneNeeded: {
    zh: '手机和固定电话请至少填写一个；都没有的，请勾选“没有电话”并填写联系人。',
    en: 'Give a mobile or a telephone number, or a contact person.',
  },
  neededUnderAge: {
    zh: '未满{limit}周岁的，请填写{title}。',
    en: 'Under {limit} years: enter {title}.',
  },
  differ: { zh: '{title}不能是同一个人。', en: '{title} must be different persons.' },
};

const FORMAT_SENTENCES: Readonly<Record<string, Sentence>> = {
  'id-card': {
    zh: '身份证号码不对，请对照证件逐位核对18位号码。',
    en: 'Compare the 18 digits with the identity card.',
  },
  'bank-card': {
    zh: '银行账号不对，请对照银行卡核对。',
    en: 'Compare the account number with the bank card.',
  },
  division12: { zh: '请从列表中选择{title}。', en: 'Choose {title} from the list.' },
  'cn-mobile': {
    zh: '手机号码应为11位数字，请检查。',
    en: 'A mobile number has 11 digits: check it.',
  },
  'cn-phone': {
    zh: '固定电话请写区号和号码，例如 0427-1234567。',
    en: 'Write area code and number, e.g. 0427-1234567.',
  },
  'person-name': {
    zh: '姓名请填写证件上的汉字全名，或外文姓名。',
    en: 'Write the full name as on the document.',
  },
  'money-fen': {
    zh: '{title}请填写金额，最多两位小数。',
    en: '{title} is an amount with at most two decimals.',
  },
  date: { zh: '{title}不是有效的日期，请检查。', en: '{title} is not a date: check it.' },
  signature: { zh: '请签名。', en: 'Sign.' },
};

/** What to do about an answer that is missing: nobody "fills in" a choice, a place or a file. */
const MISSING_SENTENCES: Readonly<Record<string, Sentence>> = {
  choice: { zh: '请选择{title}。', en: 'Choose {title}.' },
  answer: { zh: '请回答：{title}。', en: 'Answer: {title}.' },
  statement: { zh: '请勾选：{title}。', en: 'Tick: {title}.' },
  file: { zh: '请上传{title}。', en: 'Upload {title}.' },
  entry: { zh: '请添加{title}。', en: 'Add {title}.' },
  signature: { zh: '请签名：{title}。', en: 'Sign: {title}.' },
};

/** The sentences about a broken rule: what to do next, without a word of the rule's notation. */
export function messagesOf(violation: Violation): { message: string; messageEn: string } {
  const { schema, rule, limit } = violation;
  const own = schema['x-message'];
  if (own !== undefined && rule !== 'required') {
    return { message: own, messageEn: schema['x-messageEn'] ?? own };
  }
  const sentence = sentenceOf(rule, schema, limit) ?? SENTENCES.type;
  const title = titleOf(violation);
  const shown = rule === 'minimum' || rule === 'maximum' ? amountText(violation) : limit;
  const fill = (text: string, name: string) =>
    text.replaceAll('{title}', name).replaceAll('{limit}', String(shown ?? ''));
  return {
    message: fill(sentence?.zh ?? '', title.zh),
    messageEn: fill(sentence?.en ?? '', title.en),
  };
}

function sentenceOf(rule: string, schema: Schema, limit: Violation['limit']) {
  if (rule === 'format') return FORMAT_SENTENCES[String(limit)];
  if (rule === 'const' && schema.const === true) return MISSING_SENTENCES.statement;
  const missing = rule === 'required' ? MISSING_SENTENCES[kindOf(schema)] : undefined;
  return missing ?? SENTENCES[rule];
}

/** How a field is answered, which decides about the verb. */
function kindOf(schema: Schema): string {
  if (schema.const === true) return 'statement';
  if (schema.type === 'boolean') return 'answer';
  if (schema.format === 'signature') return 'signature';
  if (schema.format === 'division12' || isChoice(schema)) return 'choice';
  if (schema.type !== 'array') return 'text';
  if (isChoice(schema.items ?? {})) return 'choice';
  return schema.items?.type === 'string' ? 'file' : 'entry';
}

function isChoice({ enum: values, oneOf }: Schema): boolean {
  const isNamed = oneOf?.every((option) => option.const !== undefined) === true;
  return values !== undefined || isNamed;
}

/** Rules that tie fields are stated on the object: the field's own title is below it. */
function titleOf({ schema, path }: Violation): Sentence {
  const field = path.split('/').at(-1) ?? '';
  const named = schema.properties?.[field] ?? schema;
  const zh = named.title ?? '此项';
  return { zh, en: named['x-titleEn'] ?? 'this field' };
}

function amountText({ schema, limit }: Violation): string {
  if (schema.format !== 'money-fen' || typeof limit !== 'number') return String(limit ?? '');
  return `${limit / 100}元`;
}
