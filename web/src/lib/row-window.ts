import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Milliseconds without a change after which elements are put into the order of their rows. */
const REST = 150;

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
  /** Index after the last row to draw. */
  readonly end: number;
  /**
   * What to draw, in the order of the elements: an element that has left the window shows the row that comes into it. While somebody
   * scrolls the elements stay where they are in the document, because to move one is to lay it out from nothing; at
   * rest their order is that of the rows, as whoever reads the document wants it.
   */
  readonly places: readonly RowPlace[];
  /** Scrolls as little as is needed to see a row. */
  readonly reveal: (index: number) => void;
}

export interface RowPlace {
  /** Of the element. */
  readonly key: number;
  /** Of the row. */
  readonly index: number;
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

  const first = Math.max(0, Math.min(top, count - shown) - BEYOND);
  const end = Math.min(count, top + shown + BEYOND);
  const size = shown + 2 * BEYOND;
  const [rested, setRested] = useState(first);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(first), REST);
    return () => window.clearTimeout(timer);
  }, [first]);
  return { end, places: placesOf({ first, end, size, from: rested }), reveal };
}

/** The rows from `first` to `end`, beginning with the element that would show the row `from`. */
function placesOf({
  first,
  end,
  size,
  from,
}: Readonly<Record<'first' | 'end' | 'size' | 'from', number>>): RowPlace[] {
  return Array.from({ length: size }, (_, at) => {
    const key = (from + at) % size;
    return { key, index: first + ((key - (first % size) + size) % size) };
  }).filter(({ index }) => index < end);
}
