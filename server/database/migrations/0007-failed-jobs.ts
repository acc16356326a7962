import { Migration } from '@mikro-orm/migrations';

const SQL = `
-- The gateway cannot be asked for incidents, so the server keeps what it knows itself: the jobs of
-- which it used up the last try.
create table failed_job (
  job_key bigint not null,
  type varchar(60) not null,
  case_id uuid,
  element_id varchar(100) not null,
  message varchar(500) not null,
  failed_at timestamptz(3) not null,
  constraint failed_job_pkey primary key (job_key)
);
create index failed_job_case_id_index on failed_job (case_id);
`;

/** Keeps the jobs that an administrator has to look after. */
export class FailedJobs extends Migration {
  override up(): void {
    this.addSql(SQL);
  }
}
