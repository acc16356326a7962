/** The kinds of incident that the core raises; the gateway writes them in capitals. */
export type FailureCode =
  | 'unknown'
  | 'io_mapping_error'
  | 'job_no_retries'
  | 'condition_error'
  | 'extract_value_error'
  | 'called_element_error'
  | 'unhandled_error_event'
  | 'message_size_exceeded'
  | 'called_decision_error'
  | 'decision_evaluation_error'
  | 'form_not_found';

/** A step that could not be done becomes an incident, which an operator repairs and resolves. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  /**
   * The scope whose variables the failing expression read, where it is not the element itself
   * (conditions and correlation keys of boundary events).
   */
  readonly variableScopeKey?: string;
}
