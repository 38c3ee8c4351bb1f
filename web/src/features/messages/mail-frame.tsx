import { useEffect, useRef } from 'react';
import classes from './messages.module.css';

interface MailFrameProps {
  readonly title: string;
  /** The HTML of an e-mail. */
  readonly html: string;
}

/** An e-mail as its reader sees it: in a page with a policy of its own, which may do nothing here. */
export function MailFrame({ title, html }: MailFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const show = (): void => frame.current?.contentWindow?.postMessage({ mail: html }, '*');
    const onMessage = ({ source, data }: MessageEvent): void => {
      if (source === frame.current?.contentWindow && data === 'ready') show();
    };
    window.addEventListener('message', onMessage);
    show();
    return () => window.removeEventListener('message', onMessage);
  }, [html]);
  return (
    <iframe
      ref={frame}
      className={classes.mail}
      src="/app/mail-frame"
      title={title}
      sandbox="allow-scripts"
    />
  );
}
