/** Largest BPMN file, in bytes. */
export const FILE_BYTES_MAX = 2 * 1024 * 1024;

/** Flow elements of one file, sequence flows included. */
export const ELEMENTS_MAX = 5000;

/** Sub-processes inside one another. */
export const NESTING_MAX = 50;

/** Longest expression, in bytes. */
export const EXPRESSION_BYTES_MAX = 4096;
