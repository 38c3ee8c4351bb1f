import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { t } from '../i18n';
import classes from './code.module.css';
import { copy } from './copy';

/** Text to be pasted elsewhere. */
export const CodeBlock = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div className={classes.frame}>
    {/* what scrolls can be reached with the keyboard */}
    <pre className={classes.code} tabIndex={0} role="group" aria-label={label}>
      {text}
    </pre>
    <ActionIcon
      className={classes.button}
      variant="default"
      onClick={() => void copy(text)}
      aria-label={`${t('copy')}: ${label}`}
      data-hint={t('copy')}
    >
      <IconCopy size={15} />
    </ActionIcon>
  </div>
);
