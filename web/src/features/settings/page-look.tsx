import {
  Anchor,
  Button,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { all, page as pageOf, request, type Shipment, type TrackingPage } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tMaybe, type MessageKey } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { lazyPart } from '../../ui/lazy-part';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { Failure, Lines } from '../../ui/states';
import { FirstPage } from './first-page';
import { LinksField } from './links-field';
import classes from './settings.module.css';

const PageTextsField = lazyPart(async () => (await import('../messages/lazy')).pageTexts(), {
  fallback: <Lines rows={4} />,
});

type Branding = NonNullable<TrackingPage['branding']>;

const FONTS = ['system', 'serif', 'rounded', 'mono'] as const;

/** Texts of a branding that are one line each. */
const LINES = {
  logoUrl: 'page.logo',
  contactEmail: 'page.contactEmail',
  contactPhone: 'page.contactPhone',
  contactUrl: 'page.contactUrl',
  returnPolicyUrl: 'page.returns',
  privacyUrl: 'page.privacy',
} as const satisfies Partial<Record<keyof Branding, MessageKey>>;

/** What the server may say something about. */
const FIELDS = [
  'title',
  'subdomain',
  'linksExpireAfterDays',
  'branding',
  ...['accentColor', 'font', 'css', 'headerLinks', 'footerLinks', ...Object.keys(LINES)].map(
    (name) => `branding.${name}`,
  ),
];

/** How the page looks that the shop's customers see, beside the page itself. */
export function PageLook() {
  const { iri } = useWorkspace();
  const query = useQuery({
    queryKey: ['tracking-pages', iri],
    queryFn: async () => {
      const pages = await all<TrackingPage>(`${iri}/tracking_pages?itemsPerPage=50`);
      return Promise.all(pages.map((each) => request<TrackingPage>(each['@id'] ?? '')));
    },
  });
  const [chosen, setChosen] = useState<string>();
  return (
    <Loaded query={query} rows={6}>
      {(pages) => {
        const shown = pages.find((each) => each['@id'] === chosen) ?? pages[0];
        if (!shown) return <FirstPage />;
        return (
          <Stack gap="md">
            {pages.length > 1 && (
              <Select
                maw={320}
                label={t('page.title')}
                data={pages.map((each) => ({ value: each['@id'] ?? '', label: each.title ?? '' }))}
                value={shown['@id'] ?? null}
                onChange={(value) => setChosen(value ?? undefined)}
                allowDeselect={false}
              />
            )}
            <div className={classes.look}>
              <LookForm key={shown['@id']} page={shown} />
              <Preview page={shown} />
            </div>
          </Stack>
        );
      }}
    </Loaded>
  );
}

function LookForm({ page }: { readonly page: TrackingPage }) {
  const { mayWrite } = useWorkspace();
  const client = useQueryClient();
  const [title, setTitle] = useState(page.title ?? '');
  const [enabled, setEnabled] = useState(page.enabled ?? true);
  const [reviewsEnabled, setReviewsEnabled] = useState(page.reviewsEnabled ?? true);
  const [expires, setExpires] = useState<number | string>(page.linksExpireAfterDays ?? '');
  const [look, setLook] = useState<Branding>(page.branding ?? {});
  const [isWording, setWording] = useState(false);
  const texts = look.texts ?? {};
  const textPaths = Object.entries(texts).flatMap(([language, each]) =>
    Object.keys(each).map((key) => `branding.texts.${language}.${key}`),
  );
  const set = (changes: Partial<Branding>): void => setLook((before) => ({ ...before, ...changes }));
  const save = useAction({
    fields: [...FIELDS, ...textPaths],
    run: () =>
      request(page['@id'] ?? '', {
        method: 'PUT',
        json: {
          title,
          enabled,
          reviewsEnabled,
          linksExpireAfterDays: expires === '' ? null : Number(expires),
          branding: look,
        },
      }),
    done: t('form.saved'),
    onDone: () => client.invalidateQueries({ queryKey: ['tracking-pages'] }),
  });
  const problem = (name: keyof Branding): string | undefined => {
    const path = `branding.${name}`;
    return violationAt(save.error, path);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Panel title={t('page.look')}>
      <form onSubmit={submit} noValidate>
        <fieldset disabled={!mayWrite} className={classes.fields}>
          <Stack gap="sm">
            <TextInput
              label={t('page.heading')}
              value={title}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
              error={violationAt(save.error, 'title')}
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <div>
                <TextInput
                  label={t('page.accent')}
                  placeholder="#2350bb"
                  value={look.accentColor ?? ''}
                  onChange={({ currentTarget }) => set({ accentColor: currentTarget.value })}
                  error={problem('accentColor')}
                  rightSection={
                    <input
                      type="color"
                      className={classes.color}
                      aria-label={t('page.accent')}
                      value={/^#[0-9a-f]{6}$/i.test(look.accentColor ?? '') ? look.accentColor : '#2350bb'}
                      onChange={({ currentTarget }) => set({ accentColor: currentTarget.value })}
                    />
                  }
                />
              </div>
              <Select
                label={t('page.font')}
                data={FONTS.map((value) => ({ value, label: tMaybe(`font.${value}`) }))}
                value={look.font ?? 'system'}
                onChange={(value) => set({ font: value ?? 'system' })}
                allowDeselect={false}
                error={problem('font')}
              />
              {(Object.keys(LINES) as (keyof typeof LINES)[]).map((name) => (
                <TextInput
                  key={name}
                  label={t(LINES[name])}
                  value={look[name] ?? ''}
                  onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
                  error={problem(name)}
                />
              ))}
            </SimpleGrid>
            <LinksField
              label={t('page.headerLinks')}
              value={look.headerLinks ?? []}
              onChange={(headerLinks) => set({ headerLinks })}
              error={problem('headerLinks')}
            />
            <LinksField
              label={t('page.footerLinks')}
              value={look.footerLinks ?? []}
              onChange={(footerLinks) => set({ footerLinks })}
              error={problem('footerLinks')}
            />
            <details
              className={classes.more}
              onToggle={({ currentTarget }) => setWording(currentTarget.open)}
            >
              <summary>{t('page.texts')}</summary>
              {isWording && (
                <PageTextsField
                  value={texts}
                  onChange={(changed) => set({ texts: changed })}
                  problem={(path) => violationAt(save.error, `branding.texts.${path}`)}
                />
              )}
            </details>
            <Textarea
              label={t('page.css')}
              description={t('page.cssText')}
              autosize
              minRows={2}
              maxRows={12}
              classNames={{ input: 'mono' }}
              value={look.css ?? ''}
              onChange={({ currentTarget }) => set({ css: currentTarget.value })}
              error={problem('css')}
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <NumberInput
                label={t('page.expires')}
                placeholder={t('page.never')}
                min={1}
                allowDecimal={false}
                value={expires}
                onChange={setExpires}
                error={violationAt(save.error, 'linksExpireAfterDays')}
              />
              <Stack gap={8} justify="flex-end">
                <Switch
                  size="xs"
                  label={t('page.enabled')}
                  checked={enabled}
                  onChange={({ currentTarget }) => setEnabled(currentTarget.checked)}
                />
                <Switch
                  size="xs"
                  label={t('page.reviews')}
                  checked={reviewsEnabled}
                  onChange={({ currentTarget }) => setReviewsEnabled(currentTarget.checked)}
                />
              </Stack>
            </SimpleGrid>
            {mayWrite && (
              <Group justify="flex-end">
                <Button type="submit" size="sm" loading={save.isPending}>
                  {t('form.save')}
                </Button>
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
    </Panel>
  );
}

/** The page as it is saved, with a parcel of the workspace; nothing in it runs or leads anywhere. */
function Preview({ page }: { readonly page: TrackingPage }) {
  const { iri, mayWrite } = useWorkspace();
  const query = useQuery({
    queryKey: ['tracking-page-preview', page['@id']],
    enabled: mayWrite,
    queryFn: async () => {
      const find = (more: string) => pageOf<Shipment>(`${iri}/shipments?itemsPerPage=1${more}`);
      const { members } = await find('&trackingStatus=in_transit');
      const [shipment] = members.length > 0 ? members : (await find('')).members;
      if (!shipment) return undefined;
      const { link } = await request<{ link: string }>('/generate_tracking_page_link', {
        method: 'POST',
        json: { trackingPageId: page['@id'], preview: true, filter: { id: shipment.id } },
      });
      return link.slice(link.lastIndexOf('/') + 1);
    },
  });
  const path = query.data && `/public/tracking_page_links/${query.data}`;
  const find = `/public/tracking_pages/${page.subdomain ?? ''}`;
  return (
    <Panel
      title={t('page.preview')}
      flush
      actions={
        <Group gap="md">
          <Anchor size="xs" href={find} target="_blank" rel="noreferrer">
            {t('page.find')}
          </Anchor>
          {path && (
            <Anchor size="xs" href={path} target="_blank" rel="noreferrer">
              {t('page.open')}
            </Anchor>
          )}
        </Group>
      }
    >
      {query.error && !path ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : path ? (
        <iframe
          // what has been saved meanwhile is loaded anew
          key={JSON.stringify([page.branding, page.title, page.reviewsEnabled])}
          className={classes.preview}
          src={path}
          title={t('page.preview')}
          sandbox=""
        />
      ) : (
        <Text size="sm" c="dimmed" px={14} py="md">
          {t(query.isLoading ? 'state.loading' : 'page.noPreview')}
        </Text>
      )}
    </Panel>
  );
}
