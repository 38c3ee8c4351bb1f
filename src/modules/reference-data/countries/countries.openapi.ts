import { listContent } from '../../../core/openapi/bodies.js';
import type { Components } from '../../../core/openapi/components.js';
import type { DocumentPart } from '../../../core/openapi/types.js';
import { codeOf, staticPaths, staticRead } from '../../../core/static-lists/static-list.openapi.js';
import { countryResource } from './country.resource.js';
import { stateResource } from './state.resource.js';

/** The countries and their states, in the OpenAPI document. */
export function countryPaths(components: Components): DocumentPart {
  return {
    tags: [countryResource, stateResource].map(({ name, description }) => ({ name, description })),
    paths: {
      ...staticPaths(countryResource, 'token', components),
      '/countries/{code}/states': {
        parameters: [codeOf(countryResource)],
        get: staticRead(
          stateResource,
          'token',
          {
            operationId: 'api_countries_states_get_subresourceCountrySubresource',
            summary: 'Lists the states of a country',
            content: listContent(stateResource, 'get', components),
          },
          components,
          404,
        ),
      },
      ...staticPaths(stateResource, 'token', components),
    },
  };
}
