import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { request, type Shipment } from '../../api/client';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { useCarrierChoices, useCountryChoices } from '../../lib/reference';
import { Dialog } from '../../ui/dialog';

const FIELDS = [
  'trackingNumber',
  'originCarrier',
  'orderNumbers',
  'email',
  'phoneNumber',
  'address.firstName',
  'address.lastName',
  'address.company',
  'address.addressLine1',
  'address.addressLine2',
  'address.postcode',
  'address.city',
  'address.state',
  'address.countryIso2',
] as const;

type Field = (typeof FIELDS)[number];
type Values = Record<Field, string>;

const LABELS = {
  trackingNumber: 'shipment.trackingNumber',
  originCarrier: 'shipment.carrier',
  orderNumbers: 'shipment.orderNumbers',
  email: 'shipment.email',
  phoneNumber: 'shipment.phone',
  'address.firstName': 'address.firstName',
  'address.lastName': 'address.lastName',
  'address.company': 'address.company',
  'address.addressLine1': 'address.line1',
  'address.addressLine2': 'address.line2',
  'address.postcode': 'address.postcode',
  'address.city': 'address.city',
  'address.state': 'address.state',
  'address.countryIso2': 'address.country',
} as const;

function valuesOf(shipment: Shipment): Values {
  const { address } = shipment;
  const at = (name: string): string =>
    String((address as Record<string, string | null> | null)?.[name] ?? '');
  return {
    trackingNumber: shipment.trackingNumber ?? '',
    originCarrier: shipment.originCarrier ?? '',
    orderNumbers: (shipment.orderNumbers ?? []).join(', '),
    email: shipment.email ?? '',
    phoneNumber: shipment.phoneNumber ?? '',
    ...Object.fromEntries(
      FIELDS.filter((name) => name.startsWith('address.')).map((name) => [name, at(name.slice(8))]),
    ),
  } as Values;
}

/** The body of a PUT with what has been changed, and nothing else. */
export function changedFields(before: Values, after: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const address: Record<string, string | null> = {};
  for (const name of FIELDS) {
    if (before[name] === after[name]) continue;
    const value = after[name].trim();
    if (name.startsWith('address.')) address[name.slice(8)] = value === '' ? null : value;
    else if (name === 'orderNumbers') body[name] = value.split(/[\s,;]+/).filter(Boolean);
    else body[name] = value === '' ? null : value;
  }
  return Object.keys(address).length > 0 ? { ...body, address } : body;
}

export function EditShipment({
  shipment,
  onClose,
}: {
  readonly shipment: Shipment;
  readonly onClose: () => void;
}) {
  const [before] = useState(() => valuesOf(shipment));
  const [values, setValues] = useState(before);
  const client = useQueryClient();
  const iri = shipment['@id'] ?? '';
  const carriers = useCarrierChoices();
  const countries = useCountryChoices();
  const save = useAction({
    run: () => request<Shipment>(iri, { method: 'PUT', json: changedFields(before, values) }),
    done: t('form.saved'),
    fields: FIELDS,
    onDone: (saved) => {
      client.setQueryData(['shipment', iri], saved);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const set = (name: Field, value: string): void => setValues((all) => ({ ...all, [name]: value }));
  const field = (name: Field) => (
    <TextInput
      key={name}
      label={t(LABELS[name])}
      value={values[name]}
      onChange={(event) => set(name, event.currentTarget.value)}
      error={violationAt(save.error, name)}
    />
  );
  return (
    <Dialog onClose={onClose} size="lg" title={t('shipment.edit')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            {field('trackingNumber')}
            <Select
              label={t('shipment.carrier')}
              data={[...carriers]}
              value={values.originCarrier || null}
              onChange={(value) => set('originCarrier', value ?? '')}
              searchable
              clearable
              limit={60}
              error={violationAt(save.error, 'originCarrier')}
            />
            {field('orderNumbers')}
            {field('email')}
            {field('phoneNumber')}
            {field('address.company')}
            {field('address.firstName')}
            {field('address.lastName')}
            {field('address.addressLine1')}
            {field('address.addressLine2')}
            {field('address.postcode')}
            {field('address.city')}
            {field('address.state')}
            <Select
              label={t('address.country')}
              data={[...countries]}
              value={values['address.countryIso2'] || null}
              onChange={(value) => set('address.countryIso2', value ?? '')}
              searchable
              clearable
              limit={60}
              error={violationAt(save.error, 'address.countryIso2')}
            />
          </SimpleGrid>
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
