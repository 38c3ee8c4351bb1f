import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { zonedTime } from '../lib/format';
import classes from './hints.module.css';

/*
 * What is said of a thing when it is pointed at or focused: the text of its `data-hint`, and of a <time> its exact moment. One
 * element says it for the whole page, so that a row of a long table costs nothing for hints that nobody asks for.
 */

/** Milliseconds that the pointer rests before a hint appears. */
const DELAY = 350;

/** Pixels between a hint and what it is about, and the edge of the window. */
const GAP = 6;

const ID = 'hint';

const SUBJECTS = '[data-hint], time[datetime]';

const subjectOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(SUBJECTS) : null;

const textOf = (subject: HTMLElement): string => {
  const { hint } = subject.dataset;
  if (hint !== undefined) return hint;
  const moment = subject.getAttribute('datetime');
  return moment === null ? '' : zonedTime(moment);
};

/** Shows the hints of the page; it stands in it once. */
export function Hints() {
  const [subject, setSubject] = useState<HTMLElement | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties>();

  useEffect(() => {
    let timer: number | undefined;
    const show = (next: HTMLElement | null, delay: number): void => {
      window.clearTimeout(timer);
      if (next === null) setSubject(null);
      else timer = window.setTimeout(() => setSubject(next), delay);
    };
    let pointed: HTMLElement | null = null;
    const onOver = (event: PointerEvent): void => {
      const next = subjectOf(event.target);
      if (next === pointed) return;
      pointed = next;
      show(next, event.pointerType === 'mouse' ? DELAY : 0);
    };
    const onFocus = ({ target }: FocusEvent): void => {
      const next = subjectOf(target);
      if (next && (target as HTMLElement).matches(':focus-visible')) show(next, 0);
    };
    const hide = (): void => show(null, 0);
    const onDown = (event: PointerEvent): void => {
      if (event.pointerType === 'mouse' || subjectOf(event.target) === null) hide();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    const events = new AbortController();
    const { signal } = events;
    document.addEventListener('pointerover', onOver, { signal, passive: true });
    document.addEventListener('pointerdown', onDown, { signal, passive: true });
    document.addEventListener('focusin', onFocus, { signal });
    document.addEventListener('focusout', hide, { signal });
    document.addEventListener('keydown', onKey, { signal });
    document.addEventListener('scroll', hide, { signal, capture: true, passive: true });
    return () => {
      window.clearTimeout(timer);
      events.abort();
    };
  }, []);

  const text = subject ? textOf(subject) : '';
  useLayoutEffect(() => {
    if (!subject || !box.current) return;
    const { left, top, bottom, width } = subject.getBoundingClientRect();
    const own = box.current.getBoundingClientRect();
    const isAbove = top - own.height - GAP > GAP;
    const most = window.innerWidth - own.width - GAP;
    setPlace({
      left: Math.max(GAP, Math.min(most, left + width / 2 - own.width / 2)),
      top: isAbove ? top - own.height - GAP : bottom + GAP,
    });
    const described = subject.getAttribute('aria-describedby');
    subject.setAttribute('aria-describedby', ID);
    return () => {
      setPlace(undefined);
      if (described === null) subject.removeAttribute('aria-describedby');
      else subject.setAttribute('aria-describedby', described);
    };
  }, [subject, text]);

  if (text === '') return null;
  return (
    <div ref={box} id={ID} role="tooltip" className={classes.hint} style={place ?? { visibility: 'hidden' }}>
      {text}
    </div>
  );
}
