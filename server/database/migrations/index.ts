import type { MigrationObject } from '@mikro-orm/core';
import { OfficeTables } from './0001-office-tables.ts';
import { CaseTables } from './0002-case-tables.ts';
import { TaskTables } from './0003-task-tables.ts';
import { AuditTables } from './0004-audit-tables.ts';
import { OpenCandidates } from './0005-open-candidates.ts';
import { VoucherNumbers } from './0006-voucher-numbers.ts';
import { FailedJobs } from './0007-failed-jobs.ts';
import { DraftedCases } from './0008-drafted-cases.ts';

/** Every migration, oldest first; names are stored in the database and never change. */
export const migrations: MigrationObject[] = [
  { name: '0001-office-tables', class: OfficeTables },
  { name: '0002-case-tables', class: CaseTables },
  { name: '0003-task-tables', class: TaskTables },
  { name: '0004-audit-tables', class: AuditTables },
  { name: '0005-open-candidates', class: OpenCandidates },
  { name: '0006-voucher-numbers', class: VoucherNumbers },
  { name: '0007-failed-jobs', class: FailedJobs },
  { name: '0008-drafted-cases', class: DraftedCases },
];
