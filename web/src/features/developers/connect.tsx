import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { curlExamples } from '../../lib/examples';
import { CodeBlock } from '../../ui/code';
import { Panel } from '../../ui/page';

/** How shops and programs send orders and shipments here. */
export function Connect() {
  const { id, workspace } = useWorkspace();
  const { origin } = window.location;
  return (
    <Stack gap="md">
      <Panel title="WooCommerce">
        <Text size="sm" mb="xs">
          {t('connect.woocommerce')}
        </Text>
        <CodeBlock label={t('connect.address')} text={origin} />
      </Panel>
      <Panel title="BigCommerce">
        <Text size="sm" mb="xs">
          {t('connect.bigcommerce')}{' '}
          <Link to="/w/$workspace/developers" params={{ workspace: id }} search={{ tab: 'store-tokens' }}>
            {t('tokens.title')}
          </Link>
        </Text>
        <CodeBlock label={t('tokens.address')} text={`${origin}/stores/${workspace.storeHash ?? ''}/v2`} />
        <Anchor href="/docs/bigcommerce" size="sm">
          {t('connect.docs')}
        </Anchor>
      </Panel>
      <Panel title={t('connect.magentoTitle')}>
        <Text size="sm" mb="xs">
          {t('connect.magento')}
        </Text>
        <CodeBlock label={t('connect.address')} text={`${origin}/api2`} />
        <Anchor href="/docs/api2" size="sm">
          {t('connect.docs')}
        </Anchor>
      </Panel>
      <Panel title="CSV">
        <CodeBlock
          label="CSV"
          text={`curl -s -H "Authorization: Bearer $TOKEN" '${origin}/imports' -F workspace=${id} -F entity=shipments -F file=@parcels.csv`}
        />
      </Panel>
      <Panel title={t('clients.requests')}>
        <CodeBlock label={t('clients.requests')} text={curlExamples(id, '$CLIENT_ID', '$CLIENT_SECRET')} />
        <Anchor href="/docs" size="sm">
          {t('connect.docs')}
        </Anchor>
      </Panel>
    </Stack>
  );
}
