/**
 * Technical rights of an account, apart from its positions. The three administrators (administer,
 * secure, audit) are three different persons, and who designs does not publish the own work.
 */
export const ACCOUNT_RIGHTS = ['design', 'publish', 'administer', 'secure', 'audit'] as const;

/** A technical right of an account. */
export type AccountRight = (typeof ACCOUNT_RIGHTS)[number];

const SEPARATE: readonly AccountRight[] = ['administer', 'secure', 'audit'];

/** The first two rights that one account must not hold together; undefined when all is well. */
export function conflictingRights(
  rights: readonly AccountRight[],
): readonly [AccountRight, AccountRight] | undefined {
  const [first, second] = SEPARATE.filter((right) => rights.includes(right));
  return first === undefined || second === undefined ? undefined : [first, second];
}
