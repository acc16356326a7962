import { Migration } from '@mikro-orm/migrations';

const SQL = `
-- The list of an office must cost what is open in it, not what was ever done in it: candidates of
-- finished tasks leave the index that lists are read from. A trigger keeps the flag true to the
-- task, because a task is finished in more than one place.
alter table task_candidate add column is_open boolean not null default true;
update task_candidate set is_open = false
  from task where task.id = task_candidate.task_id and task.state in ('completed', 'cancelled');
drop index task_candidate_unit_code_position_code_index;
create index task_candidate_open_index on task_candidate (unit_code, position_code) where is_open;

create function note_open_candidates() returns trigger language plpgsql as $$
begin
  update task_candidate set is_open = new.state in ('open', 'claimed') where task_id = new.id;
  return null;
end $$;
create trigger task_open_candidates after update of state on task
  for each row when (old.state is distinct from new.state)
  execute function note_open_candidates();

-- The sender of the outbox looks at what is not sent, and history is long here too.
drop index outbox_sent_at_next_attempt_at_index;
create index outbox_unsent_index on outbox (next_attempt_at) where sent_at is null;
`;

/** Makes the lists of offices and the outbox independent of the length of the history. */
export class OpenCandidates extends Migration {
  override up(): void {
    this.addSql(SQL);
  }
}
