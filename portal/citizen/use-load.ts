import { useCallback, useEffect, useState } from 'react';

/** How far a request has come. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'ready'; readonly value: Value };

/** Asks the server when the page opens, and again on request. */
export function useLoad<Value>(ask: () => Promise<Value>): [Loaded<Value>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const load = useCallback(() => {
    let isLeft = false;
    setLoaded({ state: 'loading' });
    ask().then(
      (value) => isLeft || setLoaded({ state: 'ready', value }),
      (failure: unknown) => isLeft || setLoaded({ state: 'failed', failure }),
    );
    return () => {
      isLeft = true;
    };
  }, [ask]);
  useEffect(load, [load]);
  return [loaded, load];
}
