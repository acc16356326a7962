import { Migration } from '@mikro-orm/migrations';

const SQL = `
-- Whoever hands in a draft and does not get the answer asks again: the case remembers its draft and
-- the owner of the draft, so that one draft is one case and its owner gets the same receipt.
alter table case_file add column draft_id uuid;
alter table case_file add column draft_token_hash varchar(64);
alter table case_file add constraint case_file_draft_id_unique unique (draft_id);
`;

/** Lets a case remember the draft that it was handed in from. */
export class DraftedCases extends Migration {
  override up(): void {
    this.addSql(SQL);
  }
}
