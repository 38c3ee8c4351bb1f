import { notifications } from '@mantine/notifications';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { ApiError, type Violation } from '../api/client';
import { t } from '../i18n';

/** What went wrong, in words for whoever uses the page. */
export function messageOf(error: unknown): string {
  // what is thrown by ourselves says what it is in words
  if (!(error instanceof ApiError))
    return error instanceof Error && error.message ? error.message : t('state.errorText');
  if (error.status === 0) return t('state.offlineText');
  if (error.status === 403) return t('state.forbiddenText');
  return error.status >= 500 ? t('state.errorText') : error.message;
}

/** What the server says of one field; undefined when that is right. */
export function violationAt(error: unknown, ...paths: readonly string[]): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const isThere = ({ propertyPath }: Violation): boolean => paths.includes(propertyPath);
  return (
    error.violations
      .filter(isThere)
      .map(({ message }) => message)
      .join(' ') || undefined
  );
}

interface Options<V, R> {
  readonly run: (values: V) => Promise<R>;
  readonly onDone?: (result: R, values: V) => void | Promise<void>;
  /** What is said when it is done. */
  readonly done?: string;
  /** Fields at which violations are shown: what is about others is said in a notification. */
  readonly fields?: readonly string[];
}

/** Something that changes data, with its success and its failure said. */
export function useAction<V = void, R = unknown>({
  run,
  onDone,
  done,
  fields = [],
}: Options<V, R>): UseMutationResult<R, unknown, V> {
  return useMutation({
    mutationFn: run,
    onSuccess: async (result, values) => {
      if (done !== undefined) notifications.show({ message: done });
      await onDone?.(result, values);
    },
    onError: (error) => {
      const isShown =
        error instanceof ApiError &&
        error.violations.length > 0 &&
        error.violations.every(({ propertyPath }) => fields.includes(propertyPath));
      if (!isShown) notifications.show({ color: 'red', message: messageOf(error) });
    },
  });
}
