import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { request } from '../../api/client';
import { accountQuery, useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { Panel } from '../../ui/page';
import classes from './settings.module.css';

/** What the workspace is called. */
export function WorkspaceSettings() {
  const { iri, title, mayManage } = useWorkspace();
  const [name, setName] = useState(title);
  const client = useQueryClient();
  const save = useAction({
    fields: ['title'],
    run: () => request(iri, { method: 'PUT', json: { title: name } }),
    done: t('form.saved'),
    onDone: () => client.invalidateQueries({ queryKey: accountQuery.queryKey }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Panel title={t('settings.workspace')}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <TextInput
          label={t('welcome.workspaceName')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={violationAt(save.error, 'title')}
          readOnly={!mayManage}
        />
        {mayManage && (
          <Button type="submit" size="sm" loading={save.isPending} disabled={name === title}>
            {t('form.save')}
          </Button>
        )}
      </form>
    </Panel>
  );
}
