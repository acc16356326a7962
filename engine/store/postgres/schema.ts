/**
 * The tables of the engine, one entry for each version of the schema; an entry is never changed
 * once it has been released. Names are those of the rows, in snake_case.
 */
export const migrations: readonly string[] = [
  `
-- One row: the counter of the partition's keys. Keys up to it may have been given out.
CREATE TABLE key_counter (value bigint NOT NULL);
INSERT INTO key_counter VALUES (0);

-- What each command did in each instance. It is the audit trail, and together with the snapshot
-- the state of a live instance, so the primary key is the way to load one.
CREATE TABLE event_log (
  key bigint NOT NULL,
  seq integer NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  at bigint NOT NULL,
  command text NOT NULL,
  events text NOT NULL,
  PRIMARY KEY (key, seq)
);

CREATE TABLE instance (
  key bigint PRIMARY KEY,
  bpmn_process_id text NOT NULL,
  process_definition_key bigint NOT NULL,
  version integer NOT NULL,
  parent_key bigint,
  created_at bigint NOT NULL,
  snapshot text,
  snapshot_seq integer NOT NULL,
  is_set_aside boolean NOT NULL
);

CREATE TABLE job (
  key bigint PRIMARY KEY,
  process_instance_key bigint NOT NULL,
  element_instance_key bigint NOT NULL,
  element_id text NOT NULL,
  bpmn_process_id text NOT NULL,
  process_definition_key bigint NOT NULL,
  version integer NOT NULL,
  type text NOT NULL,
  custom_headers text NOT NULL,
  retries integer NOT NULL,
  state text NOT NULL,
  worker text NOT NULL,
  deadline_at bigint,
  backoff_until bigint
);
-- Texts of any length are looked up by their hash: an index entry must stay small.
CREATE INDEX job_activatable ON job (hashtextextended(type, 0), key) WHERE state = 'activatable';
CREATE INDEX job_deadline ON job (deadline_at) WHERE state = 'activated';
CREATE INDEX job_backoff ON job (backoff_until) WHERE backoff_until IS NOT NULL;
CREATE INDEX job_element ON job (element_instance_key);

CREATE TABLE timer (
  key bigint PRIMARY KEY,
  due_at bigint NOT NULL,
  process_instance_key bigint,
  process_definition_key bigint,
  element_id text NOT NULL,
  repetitions integer NOT NULL
);
CREATE INDEX timer_due ON timer (due_at);
CREATE INDEX timer_start ON timer (process_definition_key)
  WHERE process_definition_key IS NOT NULL;

CREATE TABLE subscription (
  key bigint PRIMARY KEY,
  message_name text NOT NULL,
  correlation_key text NOT NULL,
  process_instance_key bigint NOT NULL,
  bpmn_process_id text NOT NULL,
  interrupting boolean NOT NULL
);
CREATE INDEX subscription_address
  ON subscription (hashtextextended(message_name, hashtextextended(correlation_key, 0)));

CREATE TABLE message (
  key bigint PRIMARY KEY,
  name text NOT NULL,
  correlation_key text NOT NULL,
  message_id text NOT NULL,
  variables text NOT NULL,
  deadline_at bigint NOT NULL,
  correlated_to text NOT NULL
);
CREATE INDEX message_address
  ON message (hashtextextended(name, hashtextextended(correlation_key, 0)));
CREATE INDEX message_deadline ON message (deadline_at);

CREATE TABLE start_lock (
  key bigint PRIMARY KEY,
  bpmn_process_id text NOT NULL,
  correlation_key text NOT NULL
);
CREATE INDEX start_lock_address
  ON start_lock (hashtextextended(bpmn_process_id, hashtextextended(correlation_key, 0)));

CREATE TABLE incident (
  key bigint PRIMARY KEY,
  process_instance_key bigint NOT NULL,
  element_instance_key bigint NOT NULL,
  element_id text NOT NULL,
  job_key bigint,
  code text NOT NULL,
  message text NOT NULL,
  bpmn_process_id text NOT NULL,
  process_definition_key bigint NOT NULL,
  created_at bigint NOT NULL
);

CREATE TABLE process (
  key bigint PRIMARY KEY,
  bpmn_process_id text NOT NULL,
  version integer NOT NULL,
  resource_name text NOT NULL,
  checksum text NOT NULL,
  resource text NOT NULL,
  message_starts text NOT NULL
);

CREATE TABLE requirements (
  key bigint PRIMARY KEY,
  requirements_id text NOT NULL,
  name text NOT NULL,
  version integer NOT NULL,
  resource_name text NOT NULL,
  checksum text NOT NULL,
  resource text NOT NULL
);

CREATE TABLE decision (
  key bigint PRIMARY KEY,
  decision_id text NOT NULL,
  name text NOT NULL,
  version integer NOT NULL,
  requirements_key bigint NOT NULL
);
`,
];
