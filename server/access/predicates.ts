import {
  isNotApprover,
  isNotEarlierActor,
  isNotFinder,
  isNotHandler,
  isNotInvestigator,
  isNotRelative,
  isNotReviewer,
  isNotVoucherMaker,
  mayPublishDefinition,
  type PastAct,
} from '../domain/case/separation-of-duties.ts';

/** What the conditions of rules look at. What is missing makes its condition fail. */
export interface AccessContext {
  /** The unit of the case or of the data. */
  readonly unitCode: string;
  readonly pastActs?: readonly PastAct[];
  /** Accounts that belong to the applicant or to a near relative, or that declared an interest. */
  readonly relatedUserIds?: readonly string[];
  readonly amountFen?: number | null;
  readonly fund?: string | null;
  readonly limitsFen?: {
    readonly townDeputy?: number;
    readonly town?: number;
    readonly county?: number;
    readonly community?: number;
    readonly cash?: number;
  };
  /** Who owns an open task on the case. */
  readonly openTaskUserIds?: readonly string[];
  /** Who drew the definition that is about to be published. */
  readonly authorIds?: readonly string[];
}

interface Predicate {
  readonly holds: (userId: string, context: AccessContext) => boolean;
  /** Why the act is refused when the condition does not hold. */
  readonly why: string;
  readonly whyEn: string;
}

const past =
  (check: (userId: string, acts: readonly PastAct[]) => boolean): Predicate['holds'] =>
  (userId, { pastActs }) =>
    pastActs !== undefined && check(userId, pastActs);

const amountUpTo =
  (limit: keyof NonNullable<AccessContext['limitsFen']>): Predicate['holds'] =>
  (_, { amountFen, limitsFen }) => {
    const max = limitsFen?.[limit];
    return Number.isSafeInteger(amountFen) && max !== undefined && Number(amountFen) <= max;
  };

const PREDICATES: Readonly<Record<string, Predicate>> = {
  notRelative: {
    holds: (userId, { relatedUserIds }) =>
      relatedUserIds !== undefined && isNotRelative(userId, relatedUserIds),
    why: '您与申请人有利害关系,应当回避,请由他人办理',
    whyEn: 'you are the applicant or a relative of the applicant',
  },
  notInvestigator: {
    holds: past(isNotInvestigator),
    why: '您是本件的调查人,不能再审核',
    whyEn: 'you investigated this case',
  },
  notEarlierActor: {
    holds: past(isNotEarlierActor),
    why: '您已办理过本件的受理、调查或审核,不能再审批',
    whyEn: 'you accepted, investigated or reviewed this case',
  },
  notReviewer: {
    holds: past(isNotReviewer),
    why: '您已审核过本件,须由他人复核',
    whyEn: 'you reviewed this case',
  },
  notApprover: {
    holds: past(isNotApprover),
    why: '您是本件的审批人,不能再经办资金',
    whyEn: 'you approved this case',
  },
  notVoucherMaker: {
    holds: past(isNotVoucherMaker),
    why: '您是本件的制单人,付款须由他人办理',
    whyEn: 'you prepared the voucher',
  },
  notHandler: {
    holds: past(isNotHandler),
    why: '您是本件的经办人,核查和回访须由他人办理',
    whyEn: 'you handled this case',
  },
  notFinder: {
    holds: past(isNotFinder),
    why: '您登记了本件,回访须由他人办理',
    whyEn: 'you lodged this case',
  },
  amountLeDeputy: {
    holds: amountUpTo('townDeputy'),
    why: '金额超过分管领导的审批限额',
    whyEn: 'the amount exceeds the limit of the deputy head',
  },
  amountLeTown: {
    holds: amountUpTo('town'),
    why: '金额超过乡镇(街道)的审批限额',
    whyEn: 'the amount exceeds the limit of the town',
  },
  amountLeCounty: {
    holds: amountUpTo('county'),
    why: '金额超过县级审批限额,须一事一议',
    whyEn: 'the amount exceeds the limit of the county',
  },
  amountLeCash: {
    holds: amountUpTo('cash'),
    why: '金额超过现金发放限额',
    whyEn: 'the amount exceeds the limit for cash',
  },
  amountLeCommunity: {
    holds: amountUpTo('community'),
    why: '金额超过村(社区)的决定限额',
    whyEn: 'the amount exceeds the limit of the community',
  },
  fundIsCommunity: {
    holds: (_, { fund }) => fund === 'community',
    why: '村(社区)只能决定社区帮扶资金',
    whyEn: 'only the community fund is decided here',
  },
  fundIsFiscal: {
    holds: (_, { fund }) => fund === 'fiscal',
    why: '本环节只办理财政资金',
    whyEn: 'only fiscal money is decided here',
  },
  ownsOpenTask: {
    holds: (userId, { openTaskUserIds }) => openTaskUserIds?.includes(userId) ?? false,
    why: '您没有本件的在办任务',
    whyEn: 'you own no open task on this case',
  },
  notAuthor: {
    holds: (userId, { authorIds }) =>
      authorIds !== undefined && mayPublishDefinition(userId, authorIds),
    why: '流程由您设计,须由他人发布',
    whyEn: 'you drew this definition',
  },
};

/** Whether a name is a registered condition. */
export function isPredicate(name: string): boolean {
  return Object.hasOwn(PREDICATES, name);
}

/** The first condition of a rule that does not hold; undefined when all hold. */
export function failedCondition(
  condition: string,
  userId: string,
  context: AccessContext,
): { readonly name: string; readonly why: string; readonly whyEn: string } | undefined {
  for (const name of condition.split('&')) {
    if (name === 'true') continue;
    const predicate = PREDICATES[name];
    if (predicate?.holds(userId, context) === true) continue;
    return { name, why: predicate?.why ?? '条件不满足', whyEn: predicate?.whyEn ?? name };
  }
  return undefined;
}
