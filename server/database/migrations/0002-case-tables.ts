import { Migration } from '@mikro-orm/migrations';

const SQL = `
-- A case and everything that belongs to it; rows of other tables point to case_file only.
create table case_file (
  id uuid not null,
  number varchar(32) not null,
  query_code_hash varchar(200) not null,
  query_failures int not null default 0,
  query_locked_until timestamptz(3),
  process_key varchar(60) not null,
  process_version int not null,
  item_code varchar(60),
  unit_code varchar(16) not null,
  town_code varchar(16) not null,
  county_code varchar(16) not null,
  channel varchar(20) not null,
  apply_as varchar(20),
  state varchar(20) not null,
  public_stage varchar(40),
  outcome varchar(20),
  flags jsonb not null,
  applicant_name varchar(100) not null,
  applicant_id_hash varchar(64),
  amount_fen bigint,
  fund varchar(20),
  emergency boolean not null default false,
  track varchar(8),
  lodged_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  decided_at timestamptz(3),
  closed_at timestamptz(3),
  due_at timestamptz(3),
  clock_state varchar(16) not null default 'idle',
  created_by uuid,
  origin_case_id uuid,
  constraint case_file_pkey primary key (id)
);
alter table case_file add constraint case_file_number_unique unique (number);
create index case_file_unit_code_index on case_file (unit_code);
create index case_file_town_code_index on case_file (town_code);
create index case_file_county_code_index on case_file (county_code);
create index case_file_applicant_id_hash_index on case_file (applicant_id_hash);
create index case_file_process_key_state_index on case_file (process_key, state);
create index case_file_lodged_at_index on case_file (lodged_at);

create table case_instance (
  process_instance_key bigint not null,
  case_id uuid not null,
  bpmn_process_id varchar(60) not null,
  definition_version int not null,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint case_instance_pkey primary key (process_instance_key)
);
create index case_instance_case_id_index on case_instance (case_id);
alter table case_instance
  add constraint case_instance_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table case_form (
  id uuid not null,
  case_id uuid not null,
  task_id uuid,
  form_key varchar(60) not null,
  form_version int not null,
  data jsonb not null,
  revision int not null default 1,
  saved_by uuid,
  saved_at timestamptz(3) not null,
  constraint case_form_pkey primary key (id)
);
create index case_form_case_id_index on case_form (case_id);
create index case_form_task_id_index on case_form (task_id);
alter table case_form
  add constraint case_form_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table case_act (
  id uuid not null,
  case_id uuid not null,
  user_id uuid not null,
  act varchar(30) not null,
  element_id varchar(100) not null,
  position_code varchar(60),
  unit_code varchar(16),
  "at" timestamptz(3) not null,
  constraint case_act_pkey primary key (id)
);
create index case_act_case_id_index on case_act (case_id);
alter table case_act
  add constraint case_act_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table clock_event (
  id uuid not null,
  case_id uuid not null,
  kind varchar(20) not null,
  "at" timestamptz(3) not null,
  reason varchar(500),
  limit_count int,
  limit_unit varchar(4),
  calendar_version varchar(40),
  provisional boolean not null default false,
  due_at timestamptz(3),
  constraint clock_event_pkey primary key (id)
);
create index clock_event_case_id_index on clock_event (case_id);
alter table clock_event
  add constraint clock_event_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table attachment (
  id uuid not null,
  case_id uuid,
  draft_id uuid,
  "class" varchar(40) not null,
  title varchar(200) not null,
  file_name varchar(255) not null,
  mime varchar(100) not null,
  size int not null,
  sha256 varchar(64) not null,
  content bytea not null,
  source varchar(20) not null default 'upload',
  uploaded_by uuid,
  uploaded_at timestamptz(3) not null,
  constraint attachment_pkey primary key (id)
);
create index attachment_case_id_index on attachment (case_id);
create index attachment_draft_id_index on attachment (draft_id);

create table document (
  id uuid not null,
  case_id uuid not null,
  kind varchar(60) not null,
  number varchar(80) not null,
  title varchar(200) not null,
  facts jsonb not null,
  pdf bytea not null,
  sha256 varchar(64) not null,
  issued_by uuid,
  issued_at timestamptz(3) not null,
  constraint document_pkey primary key (id)
);
create index document_case_id_index on document (case_id);
alter table document add constraint document_number_unique unique (number);
alter table document
  add constraint document_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table publicity (
  id uuid not null,
  case_id uuid not null,
  "text" text not null,
  is_public boolean not null default true,
  posted_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  closed_at timestamptz(3),
  objections int not null default 0,
  constraint publicity_pkey primary key (id)
);
create index publicity_case_id_index on publicity (case_id);
alter table publicity
  add constraint publicity_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table objection (
  id uuid not null,
  case_id uuid not null,
  publicity_id uuid,
  "name" varchar(100),
  contact varchar(60),
  "text" text not null,
  received_at timestamptz(3) not null,
  upheld boolean,
  answer text,
  answered_by uuid,
  answered_at timestamptz(3),
  constraint objection_pkey primary key (id)
);
create index objection_case_id_index on objection (case_id);
alter table objection
  add constraint objection_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table payment (
  id uuid not null,
  case_id uuid not null,
  voucher_no varchar(60),
  method varchar(20) not null,
  fund varchar(20) not null,
  amount_fen bigint not null,
  payee varchar(100) not null,
  account_last4 varchar(4),
  prepared_by uuid,
  prepared_at timestamptz(3),
  paid_by uuid,
  paid_at timestamptz(3),
  state varchar(16) not null,
  reversed_reason varchar(500),
  constraint payment_pkey primary key (id)
);
create index payment_case_id_index on payment (case_id);
alter table payment add constraint payment_voucher_no_unique unique (voucher_no);
alter table payment
  add constraint payment_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table decision_log (
  id uuid not null,
  case_id uuid not null,
  job_key bigint,
  decision_id varchar(60) not null,
  "name" varchar(100) not null,
  decision_version int,
  inputs jsonb not null,
  output jsonb,
  matched_rules jsonb not null,
  "at" timestamptz(3) not null,
  constraint decision_log_pkey primary key (id)
);
create index decision_log_case_id_index on decision_log (case_id);
create index decision_log_job_key_index on decision_log (job_key);
alter table decision_log
  add constraint decision_log_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table notification (
  id uuid not null,
  case_id uuid not null,
  template varchar(60) not null,
  channel varchar(20) not null,
  "text" text not null,
  created_at timestamptz(3) not null,
  sent_at timestamptz(3),
  read_at timestamptz(3),
  constraint notification_pkey primary key (id)
);
create index notification_case_id_index on notification (case_id);
alter table notification
  add constraint notification_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table evaluation (
  id uuid not null,
  case_id uuid not null,
  item_code varchar(60),
  unit_code varchar(16) not null,
  channel varchar(20),
  invited_at timestamptz(3) not null,
  "level" int,
  tags jsonb not null,
  "text" text,
  given_at timestamptz(3),
  rectification jsonb,
  constraint evaluation_pkey primary key (id)
);
create index evaluation_case_id_index on evaluation (case_id);
alter table evaluation
  add constraint evaluation_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table supplement_notice (
  id uuid not null,
  case_id uuid not null,
  round int not null default 1,
  supervisor_reason varchar(500),
  sent_at timestamptz(3) not null,
  deadline_at timestamptz(3) not null,
  answered_at timestamptz(3),
  sent_by uuid,
  constraint supplement_notice_pkey primary key (id)
);
create index supplement_notice_case_id_index on supplement_notice (case_id);
alter table supplement_notice
  add constraint supplement_notice_case_id_round_unique unique (case_id, round);
alter table supplement_notice
  add constraint supplement_notice_case_id_foreign
  foreign key (case_id) references case_file (id) on update cascade;

create table supplement_item (
  id uuid not null,
  notice_id uuid not null,
  ordinal int not null,
  material varchar(200) not null,
  problem varchar(500) not null,
  how_to_fix varchar(500) not null,
  answer text,
  attachment_ids jsonb not null,
  answered_at timestamptz(3),
  constraint supplement_item_pkey primary key (id)
);
create index supplement_item_notice_id_index on supplement_item (notice_id);
alter table supplement_item
  add constraint supplement_item_notice_id_foreign
  foreign key (notice_id) references supplement_notice (id) on update cascade;
`;

/** Makes the tables of migration 0002. */
export class CaseTables extends Migration {
  override up(): void {
    this.addSql(SQL);
  }
}
