import { notifications } from '@mantine/notifications';
import { type ComponentType, createElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiError, loadFiles } from '../api/error';
import { messageOf } from '../lib/mutation';
import { Failure } from './states';

interface LazyPartOptions {
  /** What stands in its place until it is there. */
  readonly fallback?: ReactNode;
  /** It lies over the page: that it does not come is said in a message, and it is tried again when it is drawn again. */
  readonly isOverlay?: boolean;
}

/**
 * A part of a screen whose files are loaded when it is drawn first. Where they do not come it says why, and can be asked again:
 * React's `lazy` would take the whole page away, and never try again.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { fallback = null, isOverlay = false }: LazyPartOptions = {},
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function LazyPart(props: P) {
    const [error, setError] = useState<unknown>();
    const [, setLoaded] = useState(false);
    const isLoading = useRef(false);
    useEffect(() => {
      if (loaded || error || isLoading.current) return;
      isLoading.current = true;
      loadFiles(load)
        .then(
          (part) => {
            loaded = part;
            setLoaded(true);
          },
          (reason: unknown) => {
            if (isOverlay) notifications.show({ color: 'red', message: messageOf(reason) });
            else setError(reason);
          },
        )
        .finally(() => (isLoading.current = false));
    });
    if (loaded) return createElement(loaded, props);
    if (!error) return fallback;
    // a server that answers has other files by now, which a reload gets
    const retry = (): void => (error instanceof ApiError ? setError(undefined) : window.location.reload());
    return <Failure error={error} onRetry={retry} />;
  };
}
