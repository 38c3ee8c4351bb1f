import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { request } from '../../api/client';
import { accountQuery, useWorkspace } from '../../app/account';
import { t, tn } from '../../i18n';
import { useAction } from '../../lib/mutation';
import { Panel } from '../../ui/page';
import { NewClient } from '../developers/new-client';
import classes from './overview.module.css';

/** What the test carrier reports is in its numbers: `TM102…TM` is on its way. One for each status that it knows. */
const TESTS = ['403', '418', '102', '204', '202', '410', '200', '302', '413', '404', '503', '100'];

const testNumber = (code: string): string => `TM${code}${Date.now().toString(36).toUpperCase()}TM`;

/** What to do in a workspace that has nothing yet. */
export function FirstSteps() {
  const { id, iri, mayWrite, mayManage } = useWorkspace();
  const client = useQueryClient();
  const make = useAction({
    run: async () => {
      for (const [index, code] of TESTS.entries())
        await request('/shipments', {
          method: 'POST',
          json: { workspace: iri, trackingNumber: testNumber(code), orderNumbers: [`TEST-${index + 1}`] },
        });
    },
    done: t('first.made'),
    onDone: async () => {
      await client.fetchQuery({ ...accountQuery, staleTime: 0 });
      await client.invalidateQueries();
    },
  });
  return (
    <Panel title={t('first.title')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('first.text')}
      </Text>
      <div className={classes.steps}>
        {mayManage && (
          <Panel title={t('first.connect')}>
            <Text size="sm" mb="sm">
              {t('first.connectText')}
            </Text>
            <NewClient />
          </Panel>
        )}
        <Panel title={t('first.shops')}>
          <Text size="sm">{t('first.shopsText')}</Text>
          <Button
            variant="default"
            mt="sm"
            renderRoot={(props: object) => (
              <Link
                {...props}
                to="/w/$workspace/developers"
                params={{ workspace: id }}
                search={{ tab: 'connect' }}
              />
            )}
          >
            {t('first.shopsButton')}
          </Button>
        </Panel>
        {mayWrite && (
          <Panel title={t('first.test')}>
            <Text size="sm">{tn('first.testText', TESTS.length)}</Text>
            <Button variant="default" mt="sm" loading={make.isPending} onClick={() => make.mutate()}>
              {t('first.testButton')}
            </Button>
          </Panel>
        )}
      </div>
    </Panel>
  );
}
