import { createContext, useContext } from 'react';

interface Done {
  /** Says on the next page what has just been done. */
  readonly announce: (text: string) => void;
}

export const DoneContext = createContext<Done>({ announce: () => undefined });

/** The way to say on the next page what was done on this one. */
export function useDone(): Done {
  return useContext(DoneContext);
}
