import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';

interface BackPlace {
  readonly hasBack: boolean;
  readonly goBack: () => void;
  readonly register: (back: (() => void) | undefined) => void;
}

const BackContext = createContext<BackPlace | undefined>(undefined);

/** Lets the bottom bar of the terminal do what "back" does on the page above it. */
export function BackProvider({ children }: { readonly children: ReactNode }) {
  const action = useRef<(() => void) | undefined>(undefined);
  const [hasBack, setHasBack] = useState(false);
  const place = useMemo(
    () => ({
      hasBack,
      goBack: () => action.current?.(),
      register: (back: (() => void) | undefined) => {
        action.current = back;
        setHasBack(back !== undefined);
      },
    }),
    [hasBack],
  );
  return <BackContext value={place}>{children}</BackContext>;
}

/** The way back from the page that is shown. */
export function useBackPlace(): BackPlace {
  const place = use(BackContext);
  if (place === undefined) throw new Error('Expected a back place around the frame, but none is');
  return place;
}

/** Tells the frame how to go back from this page. */
export function useBack(back: (() => void) | undefined): void {
  const { register } = useBackPlace();
  // biome-ignore lint/correctness/useExhaustiveDependencies: registering changes `register` itself.
  useEffect(() => {
    register(back);
    return () => register(undefined);
  }, [back]);
}
