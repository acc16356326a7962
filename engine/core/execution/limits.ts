/** Elements that one token may pass without a wait state. */
export const STEPS_WITHOUT_WAIT_MAX = 1000;

/** Work items of one step, whatever its shape; beyond it, each further element gets an incident. */
export const WORK_MAX = 20_000;

/** Instances that a multi-instance body may have. */
export const MULTI_INSTANCE_MAX = 10_000;

/** Inner instances that one step creates; the rest follows in further steps. */
export const MULTI_INSTANCE_CHUNK = 100;

/** Call activities above one another. */
export const CALL_DEPTH_MAX = 50;

/** Largest value of one variable, as JSON text in bytes. */
export const VARIABLE_BYTES_MAX = 256 * 1024;

/** Largest sum of all variables of an instance, as JSON text in bytes. */
export const STATE_BYTES_MAX = 4 * 1024 * 1024;

/** Longest error message that is kept of a failed job. */
export const ERROR_MESSAGE_LENGTH_MAX = 10_000;
