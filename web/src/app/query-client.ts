import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/client';

/** What the client can mend by trying again: no answer, or a server that is busy. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status >= 500;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // the feed of changes keeps what is shown up to date
      staleTime: 30_000,
      networkMode: 'always',
      retry: (times, error) => isPassing(error) && times < 2,
      retryDelay: (times) => 400 * 2 ** times,
    },
    mutations: { networkMode: 'always' },
  },
});
