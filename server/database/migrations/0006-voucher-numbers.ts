import { Migration } from '@mikro-orm/migrations';

const SQL = `
-- Each office of finance numbers its own vouchers, and a voucher that was sent back may be made out
-- again, so a number says nothing about payments of other offices or of other years.
alter table payment drop constraint payment_voucher_no_unique;
create index payment_voucher_no_index on payment (voucher_no);
`;

/** Lets voucher numbers repeat between offices, years and returned payments. */
export class VoucherNumbers extends Migration {
  override up(): void {
    this.addSql(SQL);
  }
}
