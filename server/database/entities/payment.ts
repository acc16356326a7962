import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { optionalInstant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** Money or goods paid out in a case: the accountant prepares, the cashier pays. */
export const Payment = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    voucherNo: p.string().length(60).nullable().index(),
    method: p.string().length(20),
    fund: p.string().length(20),
    amountFen: p.bigint('number'),
    payee: p.string().length(100),
    accountLast4: p.string().length(4).nullable(),
    preparedBy: p.uuid().nullable(),
    preparedAt: optionalInstant(),
    paidBy: p.uuid().nullable(),
    paidAt: optionalInstant(),
    state: p.string().$type<'prepared' | 'paid' | 'reversed'>().length(16),
    reversedReason: p.string().length(500).nullable(),
  },
});

/** A row of {@link Payment}. */
export type Payment = InferEntity<typeof Payment>;
