import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { ApiError, errorFrom } from '../../api/client';
import { signIn } from '../../api/session';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import mark from '../../app/waybill.svg';
import classes from './account.module.css';

/** Nobody is signed in here, so there is no token to send. @throws ApiError. */
async function signUp(email: string): Promise<void> {
  const response = await fetch('/security/signup', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ email }),
  }).catch(() => {
    throw new ApiError(0, 'offline');
  });
  if (!response.ok) throw errorFrom(response.status, await response.json().catch(() => undefined));
}

/** Where an account begins: an address, to which a link is sent. */
export function SignUp() {
  const [email, setEmail] = useState('');
  const action = useAction({ run: () => signUp(email), fields: ['email'] });
  useEffect(() => {
    document.title = `${t('signUp.title')} – Waybill`;
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    action.mutate();
  };
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <img src={mark} alt="" width={36} height={36} />
        {action.isSuccess ? (
          <Stack gap="sm">
            <Title order={1}>{t('signUp.sent')}</Title>
            <Text size="sm">{t('signUp.sentText', { email })}</Text>
            <Button variant="default" onClick={() => action.reset()}>
              {t('signUp.again')}
            </Button>
          </Stack>
        ) : (
          <form onSubmit={submit} noValidate>
            <Stack gap="sm">
              <Title order={1}>{t('signUp.title')}</Title>
              <Text size="sm" c="dimmed">
                {t('signUp.text')}
              </Text>
              <TextInput
                type="email"
                label={t('signUp.email')}
                autoComplete="email"
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
                error={violationAt(action.error, 'email')}
                required
                withAsterisk={false}
              />
              <Button type="submit" size="sm" loading={action.isPending} disabled={email.trim() === ''}>
                {t('signUp.button')}
              </Button>
              <Text size="sm">
                <Anchor component="button" type="button" onClick={() => signIn('/app')}>
                  {t('signUp.haveOne')}
                </Anchor>
              </Text>
            </Stack>
          </form>
        )}
      </div>
    </main>
  );
}
