import { Migration } from '@mikro-orm/migrations';

const SQL = `
-- The audit chain, and what makes outside effects happen once: outbox and handled jobs.
create table audit_leaf (
  seq bigint not null,
  "at" timestamptz(3) not null,
  actor_id uuid,
  capacity varchar(120),
  unit_code varchar(16),
  action varchar(60) not null,
  object varchar(200) not null,
  case_id uuid,
  result varchar(16) not null,
  purpose varchar(300),
  detail jsonb not null,
  prev_hash varchar(64) not null,
  hash varchar(64) not null,
  constraint audit_leaf_pkey primary key (seq)
);
create index audit_leaf_case_id_index on audit_leaf (case_id);
create index audit_leaf_actor_id_at_index on audit_leaf (actor_id, "at");
create index audit_leaf_at_index on audit_leaf ("at");

create table audit_head (
  id int not null,
  seq bigint not null,
  hash varchar(64) not null,
  constraint audit_head_pkey primary key (id)
);

create table outbox (
  id uuid not null,
  "key" varchar(200) not null,
  kind varchar(60) not null,
  payload jsonb not null,
  case_id uuid,
  attempts int not null default 0,
  created_at timestamptz(3) not null,
  next_attempt_at timestamptz(3) not null,
  sent_at timestamptz(3),
  outcome varchar(500),
  constraint outbox_pkey primary key (id)
);
alter table outbox add constraint outbox_key_unique unique ("key");
create index outbox_case_id_index on outbox (case_id);
create index outbox_sent_at_next_attempt_at_index on outbox (sent_at, next_attempt_at);

create table handled_job (
  job_key bigint not null,
  type varchar(60) not null,
  case_id uuid,
  process_instance_key bigint,
  bpmn_process_id varchar(60),
  element_id varchar(100),
  result jsonb,
  handled_at timestamptz(3) not null,
  constraint handled_job_pkey primary key (job_key)
);
create index handled_job_case_id_index on handled_job (case_id);

-- Nobody changes history: not a bug, not an administrator with the account of the application.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Expected % to be append-only, but got %', tg_table_name, tg_op;
end $$;
create trigger audit_leaf_append_only before update or delete on audit_leaf
  for each row execute function refuse_change();
create trigger audit_leaf_no_truncate before truncate on audit_leaf
  for each statement execute function refuse_change();
insert into audit_head (id, seq, hash) values (1, 0, repeat('0', 64));
`;

/** Makes the tables of migration 0004. */
export class AuditTables extends Migration {
  override up(): void {
    this.addSql(SQL);
  }
}
