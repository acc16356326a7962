/** Longest expression text, in UTF-8 bytes. */
export const FEEL_TEXT_BYTES_MAX = 4096;

/** Steps one evaluation may take. */
export const FEEL_FUEL_STEPS = 100_000;

/** Deepest nesting of one expression's syntax tree. */
export const FEEL_NESTING_MAX = 1000;

/** Deepest nesting at run time, counted in syntax levels over all function calls in progress. */
export const FEEL_DEPTH_MAX = 2000;

/** Longest string an evaluation may build, in UTF-16 units. */
export const FEEL_STRING_LENGTH_MAX = 262_144;
