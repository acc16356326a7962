import { Migration } from '@mikro-orm/migrations';

const SQL = `
-- Human work on a case. Candidates are positions at units, never persons.
create table task (
  id uuid not null,
  case_id uuid not null,
  job_key bigint not null,
  element_instance_key bigint not null,
  process_instance_key bigint not null,
  process_key varchar(60) not null,
  element_id varchar(100) not null,
  "name" varchar(100) not null,
  form_key varchar(60),
  act varchar(30) not null,
  headers jsonb not null,
  state varchar(16) not null,
  assignee_id uuid,
  lease_version int not null default 0,
  claimed_at timestamptz(3),
  completed_at timestamptz(3),
  completed_by uuid,
  capacity varchar(120),
  action varchar(40),
  due_at timestamptz(3),
  urgent boolean not null default false,
  created_at timestamptz(3) not null,
  constraint task_pkey primary key (id)
);
create index task_case_id_index on task (case_id);
alter table task add constraint task_job_key_unique unique (job_key);
create index task_process_instance_key_index on task (process_instance_key);
create index task_assignee_id_index on task (assignee_id);
create index task_state_due_at_index on task (state, due_at);
create index task_completed_by_completed_at_index on task (completed_by, completed_at);
alter table task
  add constraint task_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table task_candidate (
  id uuid not null,
  task_id uuid not null,
  position_code varchar(60) not null,
  unit_code varchar(16) not null,
  constraint task_candidate_pkey primary key (id)
);
create index task_candidate_unit_code_position_code_index
  on task_candidate (unit_code, position_code);
alter table task_candidate
  add constraint task_candidate_task_id_position_code_unit_code_unique
  unique (task_id, position_code, unit_code);
alter table task_candidate
  add constraint task_candidate_task_id_foreign
  foreign key (task_id) references task (id) on update cascade;

create table task_signature (
  id uuid not null,
  task_id uuid not null,
  user_id uuid not null,
  capacity varchar(120) not null,
  "at" timestamptz(3) not null,
  constraint task_signature_pkey primary key (id)
);
alter table task_signature
  add constraint task_signature_task_id_user_id_unique unique (task_id, user_id);
alter table task_signature
  add constraint task_signature_task_id_foreign
  foreign key (task_id) references task (id) on update cascade;

create table task_draft (
  task_id uuid not null,
  user_id uuid not null,
  data jsonb not null,
  saved_at timestamptz(3) not null,
  constraint task_draft_pkey primary key (task_id, user_id)
);

create table opinion (
  id uuid not null,
  case_id uuid not null,
  task_id uuid,
  task_name varchar(100) not null,
  element_id varchar(100) not null,
  result varchar(40) not null,
  "text" text,
  basis jsonb not null,
  user_id uuid not null,
  user_name varchar(60) not null,
  capacity varchar(120) not null,
  "at" timestamptz(3) not null,
  constraint opinion_pkey primary key (id)
);
create index opinion_case_id_index on opinion (case_id);
alter table opinion
  add constraint opinion_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;
`;

/** Makes the tables of migration 0003. */
export class TaskTables extends Migration {
  override up(): void {
    this.addSql(SQL);
  }
}
