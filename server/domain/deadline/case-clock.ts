/** Whether the legal clock of a case runs. */
export type ClockState = 'idle' | 'running' | 'stopped' | 'ended';

/** What can happen to the legal clock of a case. */
export type ClockEventKind =
  | 'started'
  | 'stopped'
  | 'resumed'
  | 'extended'
  | 'recalculated'
  | 'ended';
