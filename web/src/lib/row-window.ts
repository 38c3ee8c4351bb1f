import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows that are drawn above and below those that are seen, so that quick scrolling shows no gap. */
const BEYOND = 6;

interface Layout {
  readonly count: number;
  /** Pixels of every row. */
  readonly height: number;
  /** Pixels at the top of the scroller that stay over the rows. */
  readonly head: number;
}

export interface RowWindow {
  /** Index of the first row to draw. */
  readonly first: number;
  /** Index after the last one. */
  readonly end: number;
  /** Rows of a full window: an index modulo it names the element that shows the row, which later shows another. */
  readonly size: number;
  /** Scrolls as little as is needed to see a row. */
  readonly reveal: (index: number) => void;
}

/** Which of many rows of one height stand where a scroller shows them, or near it. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, height, head }: Layout,
): RowWindow {
  const [top, setTop] = useState(0);
  const [shown, setShown] = useState(() => Math.ceil(window.innerHeight / height));

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      setTop(Math.floor(element.scrollTop / height));
      setShown(Math.ceil(element.clientHeight / height) + 1);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, height]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // the rows are there in the frame that shows the new position, and not in the one after it
    const onScroll = (): void => flushSync(() => setTop(Math.floor(element.scrollTop / height)));
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller, height]);

  const reveal = useCallback(
    (index: number): void => {
      const element = scroller.current;
      if (!element) return;
      const start = index * height;
      const lowest = start + height - (element.clientHeight - head);
      if (start < element.scrollTop) element.scrollTop = start;
      else if (lowest > element.scrollTop) element.scrollTop = lowest;
    },
    [scroller, height, head],
  );

  return {
    first: Math.max(0, Math.min(top, count - shown) - BEYOND),
    end: Math.min(count, top + shown + BEYOND),
    size: shown + 2 * BEYOND,
    reveal,
  };
}
