import { Migration } from '@mikro-orm/migrations';

const SQL = `
-- The office tree, accounts, the calendar, parameters and definitions: what exists before a case.
create table org_unit (
  code varchar(16) not null,
  parent_code varchar(16),
  "level" varchar(16) not null,
  "name" varchar(100) not null,
  short_name varchar(40) not null,
  template varchar(40) not null,
  variant varchar(40),
  status varchar(16) not null default 'active',
  successor_code varchar(16),
  phone varchar(40),
  address varchar(200),
  open_hours varchar(100),
  valid_from date not null,
  valid_to date,
  constraint org_unit_pkey primary key (code)
);
create index org_unit_parent_code_index on org_unit (parent_code);

create table "position" (
  unit_code varchar(16) not null,
  code varchar(60) not null,
  "name" varchar(60) not null,
  office_code varchar(40) not null,
  office_name varchar(100) not null,
  headcount int not null default 1,
  quota_kind varchar(20) not null default 'ADMIN',
  backup_code varchar(60),
  constraint position_pkey primary key (unit_code, code)
);

create table app_user (
  id uuid not null,
  username varchar(60) not null,
  display_name varchar(60) not null,
  kind varchar(16) not null default 'staff',
  password_hash varchar(200) not null,
  rights jsonb not null,
  disabled boolean not null default false,
  failed_logins int not null default 0,
  locked_until timestamptz(3),
  created_at timestamptz(3) not null,
  constraint app_user_pkey primary key (id)
);
alter table app_user add constraint app_user_username_unique unique (username);

create table appointment (
  id uuid not null,
  user_id uuid not null,
  position_code varchar(60) not null,
  unit_code varchar(16) not null,
  is_primary boolean not null default true,
  valid_from date not null,
  valid_to date,
  acting_for uuid,
  doc_no varchar(60),
  constraint appointment_pkey primary key (id)
);
create index appointment_user_id_index on appointment (user_id);
create index appointment_unit_code_position_code_index on appointment (unit_code, position_code);
alter table appointment
  add constraint appointment_user_id_foreign
  foreign key (user_id) references app_user (id) on update cascade;

create table "relative" (
  id uuid not null,
  user_id uuid not null,
  id_hash varchar(64) not null,
  relation varchar(40) not null,
  declared_at timestamptz(3) not null,
  constraint relative_pkey primary key (id)
);
create index relative_user_id_index on "relative" (user_id);
create index relative_id_hash_index on "relative" (id_hash);
alter table "relative"
  add constraint relative_user_id_foreign
  foreign key (user_id) references app_user (id) on update cascade;

create table session (
  token_hash varchar(64) not null,
  user_id uuid,
  case_id uuid,
  kind varchar(16) not null,
  expires_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  constraint session_pkey primary key (token_hash)
);
create index session_user_id_index on session (user_id);

create table holiday (
  "date" date not null,
  "name" varchar(40) not null,
  is_off boolean not null,
  source varchar(200) not null,
  constraint holiday_pkey primary key ("date")
);

create table calendar_year (
  year int not null,
  status varchar(16) not null,
  version varchar(40) not null,
  source varchar(200) not null,
  imported_at timestamptz(3) not null,
  constraint calendar_year_pkey primary key (year)
);

create table parameter (
  id uuid not null,
  unit_code varchar(16) not null,
  process_key varchar(60) not null,
  "key" varchar(60) not null,
  "value" jsonb not null,
  valid_from date not null,
  valid_to date,
  constraint parameter_pkey primary key (id)
);
create index parameter_process_key_key_unit_code_index on parameter (process_key, "key", unit_code);

create table number_sequence (
  series varchar(120) not null,
  "value" bigint not null,
  constraint number_sequence_pkey primary key (series)
);

create table "definition" (
  process_key varchar(60) not null,
  version int not null,
  "name" varchar(100) not null,
  status varchar(16) not null,
  files jsonb not null,
  note varchar(500),
  author_id uuid,
  publisher_id uuid,
  definition_keys jsonb not null,
  created_at timestamptz(3) not null,
  published_at timestamptz(3),
  constraint definition_pkey primary key (process_key, version)
);

create table application_draft (
  id uuid not null,
  owner_kind varchar(16) not null,
  owner_id uuid,
  token_hash varchar(64),
  process_key varchar(60) not null,
  form_key varchar(60) not null,
  data jsonb not null,
  saved_at timestamptz(3) not null,
  constraint application_draft_pkey primary key (id)
);
create index application_draft_owner_id_index on application_draft (owner_id);
`;

/** Makes the tables of migration 0001. */
export class OfficeTables extends Migration {
  override up(): void {
    this.addSql(SQL);
  }
}
