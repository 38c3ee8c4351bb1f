import { QueryClient } from '@tanstack/react-query';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // the feed of changes keeps what is shown up to date
      staleTime: 30_000,
      networkMode: 'always',
      // the client tries again where that may help
      retry: false,
    },
    mutations: { networkMode: 'always' },
  },
});
